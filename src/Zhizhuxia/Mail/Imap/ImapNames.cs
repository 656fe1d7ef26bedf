using System.Text;

namespace Zhizhuxia.Mail.Imap;

/// <summary>Folder names in modified UTF-7 (RFC 3501 §5.1.3), and words in quotes (§4.3).</summary>
internal static class ImapNames
{
    /// <summary>As the server calls it.</summary>
    public static string Encode(string name)
    {
        var encoded = new StringBuilder();
        var run = new StringBuilder();
        foreach (var character in name)
        {
            if (character is < ' ' or > '~')
            {
                run.Append(character);
                continue;
            }
            Flush(run, encoded);
            encoded.Append(character == '&' ? "&-" : character);
        }
        Flush(run, encoded);
        return encoded.ToString();
    }

    /// <summary>As people call it; what is not well-formed stays as it is.</summary>
    public static string Decode(string name)
    {
        var decoded = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var end = name[at] == '&' ? name.IndexOf('-', at) : -1;
            if (end < 0)
            {
                decoded.Append(name[at]);
                continue;
            }
            decoded.Append(end == at + 1 ? "&" : Unpack(name[(at + 1)..end]) ?? name[at..(end + 1)]);
            at = end;
        }
        return decoded.ToString();
    }

    /// <summary>For a command.</summary>
    /// <exception cref="MailboxException">Not printable ASCII, which quotes cannot hold.</exception>
    public static string Quote(string word) => word.All(character => character is >= ' ' and <= '~')
        ? $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : throw new MailboxException("The server takes user and password in printable ASCII only");

    private static void Flush(StringBuilder run, StringBuilder encoded)
    {
        if (run.Length == 0)
            return;
        var base64 = Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(run.ToString())).TrimEnd('=').Replace('/', ',');
        encoded.Append('&').Append(base64).Append('-');
        run.Clear();
    }

    private static string? Unpack(string packed)
    {
        var base64 = packed.Replace(',', '/');
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64 + new string('=', (4 - (base64.Length % 4)) % 4), bytes, out var count) && count % 2 == 0
            ? Encoding.BigEndianUnicode.GetString(bytes, 0, count)
            : null;
    }
}
