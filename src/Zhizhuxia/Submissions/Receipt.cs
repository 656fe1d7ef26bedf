using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Submissions;

/// <summary>
/// 回执码: 24 characters of Crockford's base32 (https://www.crockford.com/base32.html), 120 bits; opens the status page.
/// Shown once; only an HMAC of it is stored.
/// </summary>
public static class Receipt
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int Length = 24;

    /// <summary>The code of 15 bytes.</summary>
    public static string FromBytes(ReadOnlySpan<byte> bytes)
    {
        var code = new StringBuilder(Length);
        for (var bit = 0; bit < 120; bit += 5)
        {
            var window = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            code.Append(Alphabet[(window >> (11 - bit % 8)) & 31]);
        }
        return code.ToString();
    }

    /// <summary>
    /// What a person types: any case, with spaces and dashes; O reads as 0, I and L as 1. Null if it cannot be a code.
    /// </summary>
    /// <param name="length">Of the code; other codes of the house are shorter.</param>
    public static string? Normalize(string? typed, int length = Length)
    {
        var code = new StringBuilder(length);
        foreach (var sign in (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            var read = sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign };
            if (Alphabet.Contains(read, StringComparison.Ordinal))
                code.Append(read);
            else if (!char.IsWhiteSpace(sign) && sign is not '-')
                return null;
        }
        return code.Length == length ? code.ToString() : null;
    }

    /// <summary>In groups of four, for people.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>A short public code of random upper-case characters, without look-alikes.</summary>
    public static string RandomShort(int length) =>
        string.Create(length, 0, static (span, _) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = Alphabet[RandomNumberGenerator.GetInt32(32)];
        });
}
