using System.Text;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Puts the texts of a mail together as a person would read them.</summary>
internal static class MailWords
{
    /// <summary>Each text once: of alternatives the plain one, unless it is empty. Forwarded mails come under a line that says so.</summary>
    public static string Together(IReadOnlyList<TextPiece> pieces, CharsetLog log)
    {
        var text = new StringBuilder();
        MimeEntity? mail = null;
        foreach (var group in pieces.GroupBy(piece => piece.Group))
        {
            var plain = Words(group.Where(piece => !piece.IsHtml));
            var words = plain.Length > 0 ? plain : Words(group.Where(piece => piece.IsHtml));
            if (words.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            if (group.First().ForwardedMail is { } forwarded && forwarded != mail)
            {
                mail = forwarded;
                text.Append("【转发的邮件】").Append(HeaderText.Clean(mail.Fields.Text("Subject", log) ?? "", 100)).Append('\n');
            }
            text.Append(words);
        }
        return text.ToString();
    }

    private static string Words(IEnumerable<TextPiece> pieces) =>
        string.Join("\n", pieces.Select(piece => Clean(piece.Words.Text)).Where(words => words.Length > 0));

    /// <summary>Lines ended by a line feed; no control characters and no marks that turn the text around.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            var hidden = (char.IsControl(character) && character is not ('\n' or '\t')) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
            if (!hidden)
                clean.Append(character);
        }
        return clean.ToString().Trim('\n', ' ', '\t');
    }
}
