using System.Text;
using System.Text.Unicode;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Reads the first address of From, Reply-To and the like, in the ways that mailers write it.</summary>
internal static class AddressReader
{
    private const int Longest = 4000;

    /// <summary>The first one, or null.</summary>
    public static MailPerson? First(MimeFields fields, string header, CharsetLog log)
    {
        if (fields.Raw(header) is not { } raw)
            return null;
        var pieces = Cut(raw.Length > Longest ? raw[..Longest] : raw);
        var name = EncodedText.Decode(pieces.Name, header, log);
        var comment = EncodedText.Decode(pieces.Comment, header, log);
        var address = PlainText.Line(International(pieces.Address)) ?? "";
        if (address.Length == 0 && pieces.Name.Contains('@', StringComparison.Ordinal))
            (address, name) = (International(Word(pieces.Name)), comment);
        else if (name.Trim().Length == 0)
            name = comment;
        var person = new MailPerson(HeaderText.Clean(name.Trim(' ', '"', '\''), 100), address.Trim(' ', '\'', '"', '<', '>', ';', ','));
        return person.Address.Length > 0 || person.Name.Length > 0 ? person : null;
    }

    /// <summary>An address outside of ASCII stands in the header as UTF-8 (RFC 6532 §3.2).</summary>
    private static string International(string raw) =>
        Encoding.Latin1.GetBytes(raw) is var bytes && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : raw;

    /// <summary>The word with the @.</summary>
    private static string Word(string text) => text.Split(' ', '\t', ';').FirstOrDefault(word => word.Contains('@', StringComparison.Ordinal)) ?? "";

    /// <summary>"name" &lt;address&gt; (comment), up to the first comma outside of them.</summary>
    private static (string Name, string Address, string Comment) Cut(string raw)
    {
        var (name, address, comment) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var into = name;
        var quoted = false;
        foreach (var character in raw)
        {
            if (character == '"' && into == name)
                quoted = !quoted;
            else if (quoted)
                into.Append(character);
            else if (character == '<' && into == name)
                into = address;
            else if ((character == '>' && into == address) || (character == ')' && into == comment))
                into = name;
            else if (character == '(' && into == name)
                into = comment;
            else if (character == ',' && into == name && (address.Length > 0 || name.ToString().Contains('@', StringComparison.Ordinal)))
                break;
            else
                into.Append(character);
        }
        return (name.ToString().Bare(), address.ToString().Bare(), comment.ToString().Bare());
    }
}
