using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Imap;

/// <summary>Takes the content of a message while it passes.</summary>
/// <param name="before">The response up to it.</param>
/// <returns>False: it is not for us.</returns>
internal delegate Task<bool> TakeLiteral(string before, Stream content);

/// <summary>Reads responses with their literals (RFC 3501 §4.3, §7). A message is never held in memory.</summary>
internal sealed partial class ImapReader(ImapConnection connection)
{
    /// <summary>Bytes of a literal that is kept with its response.</summary>
    private const int SmallLiteral = 64 * 1024;

    /// <param name="patience">For the response to begin.</param>
    /// <param name="take">Is offered every literal.</param>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="TimeoutException">Nothing came.</exception>
    public async Task<ImapResponse> NextAsync(TimeSpan patience, TakeLiteral? take, CancellationToken ct)
    {
        var text = new StringBuilder(await connection.ReadLineAsync(patience, ct));
        var literals = new List<string>();
        while (LiteralAt(text) is { } length)
        {
            var content = new CountedStream(connection, length);
            if (take is null || !await take(text.ToString(), content))
                literals.Add(await KeepAsync(content, ct));
            await content.DrainAsync(ct);
            text.Append(await connection.ReadLineAsync(patience, ct));
        }
        var line = text.ToString();
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? new(line, "", literals) : new(line[..blank], line[(blank + 1)..], literals);
    }

    private static async Task<string> KeepAsync(CountedStream content, CancellationToken ct)
    {
        var bytes = new byte[(int)Math.Min(SmallLiteral, content.Left)];
        var count = await content.ReadAtLeastAsync(bytes, bytes.Length, false, ct);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    /// <summary>Length of the literal that follows, where one follows. Words for people may end in braces too.</summary>
    private static long? LiteralAt(StringBuilder text)
    {
        if (text.Length < 3 || text[^1] != '}')
            return null;
        var line = text.ToString();
        return line.StartsWith("* ", StringComparison.Ordinal) && !Words().IsMatch(line) && Literal().Match(line) is { Success: true } match
            ? long.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^\* (?:OK|NO|BAD|BYE|PREAUTH)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"~?\{(\d{1,15})\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
