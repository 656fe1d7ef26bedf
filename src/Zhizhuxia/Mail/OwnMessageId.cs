using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Mail;

/// <summary>
/// The Message-ID of a letter, <c>&lt;zzx.{letter}.{hmac}@host&gt;</c>. Made from the letter alone, so that a repeat carries the same; and known again
/// when it comes back in References or a bounce: nobody else can make one, so whoever quotes it has got our letter.
/// </summary>
public sealed partial class OwnMessageId(SecretKey key)
{
    private const int MarkBytes = 10;

    /// <summary>How many ids of one mail are looked at.</summary>
    private const int Most = 200;

    /// <param name="host">Of the sender's address.</param>
    public string Of(Guid letter, string host) => $"<zzx.{letter:N}.{MarkOf(letter)}@{host}>";

    /// <summary>The letters whose ids stand in a text, in the text's order. Forged ones are not among them.</summary>
    public IReadOnlyList<Guid> LettersIn(string? text) =>
        [.. Shape().Matches(text ?? "").Take(Most).Where(IsGenuine).Select(id => Guid.ParseExact(id.Groups["letter"].Value, "N")).Distinct()];

    /// <summary>The header is one of our ids, and genuine.</summary>
    public bool IsOwn(string? messageId) => LettersIn(messageId).Count > 0;

    /// <summary>It looks like one of ours; says nothing of who made it.</summary>
    public static bool HasShape(string? messageId) => Shape().IsMatch(messageId ?? "");

    /// <summary>All that looks like ours in a text, for <see cref="LettersIn"/> later.</summary>
    internal static IEnumerable<string> ShapesIn(string text) => Shape().Matches(text).Take(Most).Select(id => id.Value);

    private bool IsGenuine(Match id) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(id.Groups["mark"].Value),
        Encoding.ASCII.GetBytes(MarkOf(Guid.ParseExact(id.Groups["letter"].Value, "N"))));

    private string MarkOf(Guid letter) => Convert.ToHexStringLower(key.Sign("message-id", letter.ToString("N")).AsSpan(0, MarkBytes));

    [GeneratedRegex(@"<zzx\.(?<letter>[0-9a-f]{32})\.(?<mark>[0-9a-f]{20})@[a-z0-9.-]{1,255}>", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
