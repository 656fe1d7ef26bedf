using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Tells the kinds of mail apart, so that nobody's machine talks with ours for ever.</summary>
internal static partial class MailKinds
{
    /// <summary>The first that fits: own, bounce, auto-reply, list, reply, new.</summary>
    /// <param name="fields">Of the whole message.</param>
    /// <param name="reports">Content types of the reports in it that were not forwarded.</param>
    /// <param name="own">How our own mails are known.</param>
    public static MailKind Of(MimeFields fields, MailPerson? from, string subject, IReadOnlySet<string> reports, OwnMarks own)
    {
        if (own.Addresses.Contains(from?.Address ?? "", StringComparer.OrdinalIgnoreCase) || own.IsOwnId(fields.Raw("Message-ID")))
            return MailKind.Own;
        if (IsBounce(fields, from, subject, reports))
            return MailKind.Bounce;
        if (IsAutomatic(fields, subject, reports))
            return MailKind.AutoReply;
        if (IsList(fields))
            return MailKind.List;
        return IsReply(fields, subject) ? MailKind.Reply : MailKind.New;
    }

    /// <summary>Why no receipt is sent to it, or null: RFC 3834 §2 and what Chinese providers do. Each is one word.</summary>
    public static string? NoReceipt(MimeFields fields, MailPerson? from)
    {
        if (from is null || !MailAddress.TryParse(from.Address, out _))
            return "no-sender";
        if (IsMachine(fields, from))
            return "machine";
        if (Word(fields, "Auto-Submitted") is { Length: > 0 } automatic && automatic != "no")
            return "auto-submitted";
        if (Word(fields, "Precedence") is "bulk" or "list" or "junk")
            return "precedence";
        if (fields.All.Any(field => field.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase)))
            return "list";
        if (fields.Has("X-Auto-Response-Suppress"))
            return "suppressed";
        return fields.Has("X-Loop") ? "loop" : null;
    }

    private static bool IsBounce(MimeFields fields, MailPerson? from, string subject, IReadOnlySet<string> reports) =>
        reports.Contains("message/delivery-status") || reports.Contains("message/global-delivery-status")
        || string.Equals(fields.Value("Content-Type")["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase)
        || fields.Has("X-Failed-Recipients") || (IsMachine(fields, from) && BounceSubject().IsMatch(subject));

    private static bool IsAutomatic(MimeFields fields, string subject, IReadOnlySet<string> reports) =>
        reports.Contains("message/disposition-notification")
        || string.Equals(fields.Value("Content-Type")["report-type"], "disposition-notification", StringComparison.OrdinalIgnoreCase)
        || (Word(fields, "Auto-Submitted") is { Length: > 0 } automatic && automatic != "no")
        || fields.Has("X-Autoreply") || fields.Has("X-Autorespond") || Word(fields, "Precedence") is "auto_reply" || AutoSubject().IsMatch(subject);

    private static bool IsList(MimeFields fields) =>
        fields.Has("List-Id") || fields.Has("List-Unsubscribe") || fields.Has("List-Post") || Word(fields, "Precedence") is "bulk" or "list";

    /// <summary>A forwarded mail has references too, but begins something new.</summary>
    private static bool IsReply(MimeFields fields, string subject) =>
        ReplySubject().IsMatch(subject) || (!ForwardSubject().IsMatch(subject) && (fields.Raw("In-Reply-To") is not null || fields.Raw("References") is not null));

    private static bool IsMachine(MimeFields fields, MailPerson? from) =>
        fields.Raw("Return-Path")?.Trim() == "<>" || MachineName().IsMatch(from?.Address ?? "");

    private static string Word(MimeFields fields, string name) => fields.Value(name).Value.Trim();

    [GeneratedRegex(@"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MachineName();

    [GeneratedRegex("退信|退回|投递失败|无法投递|undeliver|delivery (?:status|failure|has failed)|returned (?:mail|to sender)|failure notice|could not (?:be delivered|send)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BounceSubject();

    [GeneratedRegex("^\\s*[【\\[（(]?(?:自动回复|自動回覆|自动答复|自動回復|automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AutoSubject();

    [GeneratedRegex(@"^\s*(?:re|aw|sv|回复|答复|回覆|回復)\s*(?:\[\d+\])?\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReplySubject();

    [GeneratedRegex(@"^\s*(?:fwd?|wg|转发|轉寄|轉發)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForwardSubject();
}
