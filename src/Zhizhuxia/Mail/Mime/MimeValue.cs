using System.Text;
using System.Text.Unicode;

namespace Zhizhuxia.Mail.Mime;

/// <summary>A value with parameters, such as Content-Type, read as leniently as mails need it.</summary>
/// <param name="Value">Lower case, without comments.</param>
/// <param name="Raw">Parameters in their order; names in lower case, values as bytes.</param>
public sealed record MimeValue(string Value, IReadOnlyList<MimeField> Raw)
{
    private const int MostParameters = 500;

    /// <summary>A parameter as it came: for names of boundaries and charsets.</summary>
    public string? this[string name] => Raw.FirstOrDefault(field => field.Name == name)?.Raw;

    /// <summary>A parameter read as words: RFC 2231, also split, RFC 2047, or raw bytes.</summary>
    public string? Text(string name, CharsetLog log) => ExtendedParameter.Read(Raw, name, log);

    /// <summary>Takes a field apart.</summary>
    /// <param name="raw">Each character is one byte; null is a field that is not there.</param>
    public static MimeValue Parse(string? raw)
    {
        if (raw is null)
            return new("", []);
        var isUtf8 = Utf8.IsValid(Encoding.Latin1.GetBytes(raw));
        var pieces = Split(raw, isUtf8);
        var parameters = new List<MimeField>();
        foreach (var piece in pieces.Skip(1).Take(MostParameters))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parameters.Add(new(piece[..equals].Bare().ToLowerInvariant(), Unquoted(piece[(equals + 1)..].Bare(), isUtf8)));
        }
        return new(pieces[0].Split('(')[0].Bare().Trim('"').ToLowerInvariant(), parameters);
    }

    /// <summary>At semicolons outside of quotes.</summary>
    private static List<string> Split(string raw, bool isUtf8)
    {
        var pieces = new List<string>();
        var (from, quoted) = (0, false);
        for (var at = 0; at < raw.Length; at++)
        {
            if (IsPair(raw, at, isUtf8) || (quoted && IsEscape(raw, at)))
                at++;
            else if (raw[at] == '"')
                quoted = !quoted;
            else if (raw[at] == ';' && !quoted)
            {
                pieces.Add(raw[from..at]);
                from = at + 1;
            }
        }
        pieces.Add(raw[from..]);
        return pieces;
    }

    private static string Unquoted(string value, bool isUtf8)
    {
        if (value.Length == 0 || value[0] != '"')
            return value;
        var text = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length; at++)
        {
            if (IsPair(value, at, isUtf8))
                text.Append(value[at++]);
            else if (IsEscape(value, at))
                at++;
            else if (value[at] == '"')
                break;
            text.Append(value[at]);
        }
        return text.ToString();
    }

    /// <summary>A backslash before anything else is a folder's, as Windows writes it.</summary>
    private static bool IsEscape(string text, int at) => text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\';

    /// <summary>In raw GBK the second byte of a character may be a backslash.</summary>
    private static bool IsPair(string text, int at, bool isUtf8) => !isUtf8 && text[at] >= 0x81 && at + 1 < text.Length && text[at + 1] >= 0x40;
}
