using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Accounts;

/// <summary>Codes of an authenticator app: TOTP of RFC 6238 with what every app understands, HMAC-SHA1, 30 seconds, six digits.</summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    /// <summary>Length of a secret in bytes (RFC 4226 §4, R6).</summary>
    public const int SecretLength = 20;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>Number of the 30-second step since 1970.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>The six digits of one step.</summary>
    // RFC 6238 §1.2 with RFC 4226 §5.3. HMAC-SHA1 is what authenticator apps compute; its weakness against collisions does not matter here.
#pragma warning disable CA5350
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    /// <summary>
    /// The step whose code was typed: this one, the one before or the one after, and later than <paramref name="lastUsed"/>, so that a code
    /// works once (RFC 6238 §5.2). Null if there is none. Takes the same time whichever it is.
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, long lastUsed, DateTimeOffset now)
    {
        var said = Encoding.UTF8.GetBytes(typed);
        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(secret, step)), said) && step > lastUsed)
                found = step;
        }
        return found;
    }

    /// <summary>The secret as people type it into the app: RFC 4648 base 32 without padding, in groups of four.</summary>
    public static string ManualKey(ReadOnlySpan<byte> secret)
    {
        var key = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var window = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            if (key.Length % 5 == 4)
                key.Append(' ');
            key.Append(Base32[(window >> (11 - bit % 8)) & 31]);
        }
        return key.ToString();
    }

    /// <summary>What the QR code says to the app (Google's Key Uri Format, which all apps read).</summary>
    public static string Address(ReadOnlySpan<byte> secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}"
        + $"?secret={ManualKey(secret).Replace(" ", "", StringComparison.Ordinal)}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}";
}
