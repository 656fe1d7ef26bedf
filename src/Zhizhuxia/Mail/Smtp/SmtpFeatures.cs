using System.Globalization;

namespace Zhizhuxia.Mail.Smtp;

/// <summary>What the server said it can do, in its answer to EHLO (RFC 5321 §4.1.1.1).</summary>
internal sealed class SmtpFeatures
{
    private readonly Dictionary<string, string[]> _words;

    private SmtpFeatures(Dictionary<string, string[]> words) => _words = words;

    /// <summary>Before EHLO.</summary>
    public static SmtpFeatures None { get; } = new([]);

    /// <summary>Most bytes of a message; null if the server sets no limit (RFC 1870).</summary>
    public long? Largest => _words.TryGetValue("SIZE", out var size) && size.Length > 0
        && long.TryParse(size[0], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    /// <param name="reply">The first line is a greeting; "AUTH=LOGIN" is what old servers say for "AUTH LOGIN".</param>
    public static SmtpFeatures Of(SmtpReply reply)
    {
        var words = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in reply.Lines.Skip(1).Select(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)).Where(line => line.Length > 0))
            words[line[0]] = [.. words.GetValueOrDefault(line[0], []), .. line.Skip(1)];
        return new(words);
    }

    public bool Has(string word) => _words.ContainsKey(word);

    /// <summary>A way of <c>AUTH</c>, such as PLAIN.</summary>
    public bool LogsInBy(string mechanism) => _words.GetValueOrDefault("AUTH", []).Contains(mechanism, StringComparer.OrdinalIgnoreCase);
}
