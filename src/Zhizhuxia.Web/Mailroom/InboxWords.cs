using System.Text.RegularExpressions;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>Mail in the newsroom's words.</summary>
public static partial class InboxWords
{
    public static string Of(InboundTab tab) => tab switch
    {
        InboundTab.Unmatched => "待归并",
        InboundTab.SetAside => "收信异常",
        InboundTab.Junk => "疑似垃圾",
        InboundTab.Bounce => "退信",
        _ => "全部来信",
    };

    public static string Of(InboundState state) => state switch
    {
        InboundState.Stored => "等着读取",
        InboundState.Piece => "已成稿",
        InboundState.Joined => "已归入稿件",
        InboundState.Unmatched => "待归并",
        InboundState.SetAside => "读不出来",
        InboundState.Junk => "疑似垃圾",
        InboundState.Bounce => "退信",
        InboundState.Repeat => "重复投递",
        InboundState.Ignored => "不用处理",
        _ => "已丢弃",
    };

    /// <summary>Why it lies there; null where there is nothing to say.</summary>
    public static string? Cause(InboundMail mail) => mail.Cause switch
    {
        "other-sender" => "它引用了我们发给读者的信，但发信地址不是那位读者的，请核实后再归入。",
        "reference-only" => "它像是在回复读者以前的来信，但没有可靠的凭据，请看过再归入。",
        "number-only" => "信里提到了这个编号，但没有可靠的凭据，请看过再归入。",
        "reply-to-nothing" => "它是一封回信，但找不到回的是哪一篇。",
        "no-header" => "没有邮件头，不像一封信。原件在，可以下载查看。",
        "too-large" => "超过 80 MB，没有拆读。原件在，可以下载查看。",
        "too-many-parts" => "附件太多，没有全部拆读。原件在，可以下载查看。",
        "too-deep" => "一层套一层太深，没有拆读到底。原件在，可以下载查看。",
        "bounce-of-nothing" => "退信里没有写明是我们的哪一封信。",
        "bounce-delayed" => "只是暂时送不到，对方服务器还在重试。",
        "own" => "是我们自己发出的信。",
        "list-film" => "像是群发的邮件，不过带着视频，请看一眼是不是来稿。",
        "list" => "是群发或订阅的邮件。",
        "auto-reply" => "是自动回复。",
        "repeat" => "和以前收到的一封是同一封信。",
        _ => null,
    };

    /// <summary>A mark of the reading, in words; null where it is nothing for people.</summary>
    public static string? Warning(string code)
    {
        var (word, name) = code.Split(':', 2) is [var left, var right] ? (left, right) : (code, "");
        return word switch
        {
            "truncated" => $"“{name}”没有传完整，请读者重发。",
            "damaged" => $"“{name}”有损坏的地方。",
            "empty" => $"“{name}”是空的。",
            "not-a-video" => $"“{name}”名义上是视频，内容却不是。",
            "archive" => $"“{name}”是压缩包，没有打开。",
            "forwarded" => "里面有转发的邮件。",
            "tnef-broken" => "winmail.dat 没能完全拆开。",
            "text-truncated" => "正文没有传完整。",
            "films-left" => "视频超过一篇稿件的上限，只收了前几个，其余在原件里。",
            "films-not-taken" => "信里的视频没有收进稿件，在原件里。",
            _ => null,
        };
    }

    /// <summary>How a text was read: its place, the charset it declared and the one it was read in, as <see cref="MailFacts.Charsets"/> has them.</summary>
    public static string Charset(string decision)
    {
        if (decision.Split(' ') is not [.. var place, var declared, var used])
            return decision;
        var where = string.Join(' ', place) switch { "text" => "正文", "Subject" => "主题", "From" => "发件人", "name" => "附件名", var other => other };
        return declared == "?" ? $"{where}没有写明，按 {used} 读" : declared.Equals(used, StringComparison.OrdinalIgnoreCase) ? $"{where} {used}" : $"{where}写的是 {declared}，按 {used} 读";
    }

    /// <summary>Whether the provider doubts the sender.</summary>
    public static bool IsDoubtful(string? authentication) => authentication is not null && Failure().IsMatch(authentication);

    /// <summary>For example "还剩 2 天".</summary>
    public static string Left(DateTimeOffset expires, DateTimeOffset now) => (expires - now) switch
    {
        { Ticks: <= 0 } => "已经过期",
        { TotalDays: >= 1 } left => $"还剩 {(int)left.TotalDays} 天",
        { TotalHours: >= 1 } left => $"还剩 {(int)left.TotalHours} 小时",
        _ => "不到一小时",
    };

    [GeneratedRegex(@"\b(?:spf|dkim|dmarc)\s*=\s*(?:fail|softfail|permerror)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failure();
}
