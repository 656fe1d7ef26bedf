using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Writes a mail as RFC 5322 bytes: text and HTML as alternatives, UTF-8 in base64, so that no server needs 8BITMIME.</summary>
public static class MimeWriter
{
    /// <summary>Characters of a subject, as a person counts them.</summary>
    public const int LongestSubject = 100;

    private const int LongestName = 60;

    /// <summary>Always the same: both parts are base64, in which "=_" cannot stand.</summary>
    private const string Boundary = "=_zhizhuxia";

    /// <returns>ASCII but for an address that is not, lines ended by CR LF and of at most 76 characters, except addresses and ids that cannot be folded.</returns>
    /// <exception cref="FormatException">A Message-ID that is not printable ASCII.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var text = mail.Text.ReplaceLineEndings("\r\n");
        var message = new StringBuilder()
            .Append(Headers(mail)).Append("\r\n");
        AppendPart(message, "text/plain", text);
        AppendPart(message, "text/html", HtmlOfText.Of(text).ReplaceLineEndings("\r\n"));
        message.Append("--").Append(Boundary).Append("--\r\n");
        return Encoding.UTF8.GetBytes(message.ToString());
    }

    /// <summary>Auto-Submitted: RFC 3834 §5. X-Auto-Response-Suppress: the same for Exchange.</summary>
    private static MimeHeaders Headers(OutgoingMail mail)
    {
        var headers = new MimeHeaders()
            .AddDate("Date", mail.Date)
            .AddAddress("From", HeaderText.Clean(mail.FromName, LongestName), mail.From)
            .AddAddress("To", "", mail.To)
            .AddText("Subject", HeaderText.Clean(mail.Subject, LongestSubject))
            .Add("Message-ID", mail.MessageId)
            .Add("Auto-Submitted", mail.InReplyTo is null ? "auto-generated" : "auto-replied")
            .Add("X-Auto-Response-Suppress", "All")
            .Add("Content-Language", "zh-CN")
            .Add("MIME-Version", "1.0");
        string[] earlier = [.. mail.Thread, .. mail.InReplyTo is { } answered ? [answered] : Array.Empty<string>()];
        if (earlier.Length > 0)
            headers.Add("In-Reply-To", earlier[^1]).Add("References", string.Join(' ', earlier));
        return headers.Add("Content-Type", "multipart/alternative", "boundary", Boundary);
    }

    private static void AppendPart(StringBuilder message, string type, string content)
    {
        var headers = new MimeHeaders()
            .Add("Content-Type", type, "charset", "utf-8")
            .Add("Content-Transfer-Encoding", "base64");
        message.Append("--").Append(Boundary).Append("\r\n").Append(headers).Append("\r\n")
            .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
    }
}
