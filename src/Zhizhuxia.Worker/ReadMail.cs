using System.Text.Json;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Worker;

/// <summary>The JSON of <c>read-mail</c>.</summary>
/// <param name="Kind">new, reply, auto-reply, bounce, list, own or set-aside.</param>
/// <param name="From">"name" &lt;address&gt;, or the address; null if it is not there.</param>
/// <param name="ReplyTo">Likewise.</param>
/// <param name="MessageId">With angle brackets, as it came.</param>
/// <param name="Links">As <c>parse-link</c> gives them.</param>
/// <param name="Parts">Attachments, wherever they lay.</param>
/// <param name="Warnings">Codes, some with a name behind a colon; the reason of a message set aside is the first.</param>
internal sealed record ReadMail(
    string Kind, string? From, string? ReplyTo, string? Subject, DateTimeOffset? Date, string? MessageId, string Text,
    IReadOnlyList<ParsedLink.Link> Links, IReadOnlyList<MailPart> Parts, IReadOnlyList<LargeAttachment> LargeAttachments,
    IReadOnlyList<CharsetDecision> Charsets, IReadOnlyList<string> Warnings)
{
    /// <summary>From a reading.</summary>
    public static ReadMail Of(MailReading mail) => new(
        KindOf(mail.Kind), mail.From?.ToString(), mail.ReplyTo?.ToString(), mail.Subject, mail.Date, mail.MessageId, mail.Text,
        [.. mail.Links.Select(ParsedLink.Link.Of)], mail.Parts, mail.LargeAttachments, mail.Charsets, mail.Warnings);

    /// <summary>The word for a kind.</summary>
    public static string KindOf(MailKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
