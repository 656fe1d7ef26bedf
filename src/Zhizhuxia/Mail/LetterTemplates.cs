using System.Globalization;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The words of every letter to a reader as they are unless the newspaper has its own: without tag, greeting and signature, with marks for what differs.</summary>
public static class LetterTemplates
{
    /// <summary>Of the receipt that answers a mail.</summary>
    public const string ByMail = "ReceivedByMail";

    /// <summary>Of the receipt to a reader who telephoned.</summary>
    public const string ByPhone = "ReceivedByPhone";

    private const int LongestSubject = 60;
    private const int LongestBody = 4000;
    private const int ShortestBody = 10;

    /// <summary>By <see cref="KeyOf"/>.</summary>
    public static IReadOnlyDictionary<string, LetterText> All { get; } = new Dictionary<string, LetterText>
    {
        [nameof(LetterKind.Received)] = new("您的投稿〔短名〕已收到", ReceiptTemplates.Received),
        [ByMail] = new("您的投稿〔短名〕已收到", ReceiptTemplates.ReceivedByMail),
        [ByPhone] = new("您的投稿〔短名〕已收到", ReceiptTemplates.ReceivedByPhone),
        [nameof(LetterKind.ConfirmAgain)] = new("请您确认来稿〔短名〕", ReceiptTemplates.ConfirmAgain),
        [nameof(LetterKind.AnswerReceived)] = new("您为〔短名〕补充的内容已收到", "您为〔作品〕〔作品名〕补充的内容，我们收到了，编辑会接着审看。谢谢您。"),
        [nameof(LetterKind.PleaseComplete)] = new("请您为〔短名〕补充一点材料", RequestTemplates.PleaseComplete),
        [nameof(LetterKind.Reminder)] = new("提醒您：〔短名〕还等您补充", RequestTemplates.Reminder),
        [nameof(LetterKind.Expired)] = new("您的投稿〔短名〕逾期关闭", RequestTemplates.Expired),
        [nameof(LetterKind.Declined)] = new("您的投稿〔短名〕本次未能采用", DecisionTemplates.Declined),
        [nameof(LetterKind.Adopted)] = new("您的投稿〔短名〕已被采用", DecisionTemplates.Adopted),
        [nameof(LetterKind.Merged)] = new("您的投稿〔短名〕已并入同一题材", DecisionTemplates.Merged),
        [nameof(LetterKind.Withdrawn)] = new("您的投稿〔短名〕已撤回", DecisionTemplates.Withdrawn),
        [nameof(LetterKind.WithdrawalRefused)] = new("关于您申请撤回〔短名〕", DecisionTemplates.WithdrawalRefused),
        [nameof(LetterKind.Published)] = new("您的作品〔短名〕刊发了", DecisionTemplates.Published),
        [nameof(LetterKind.TakenDown)] = new("您的作品〔短名〕已下线", DecisionTemplates.TakenDown),
        [nameof(LetterKind.FeePaid)] = new("您的作品〔短名〕稿酬已发放", DecisionTemplates.FeePaid),
        [nameof(LetterKind.Message)] = new("关于您的投稿〔短名〕", DecisionTemplates.Message),
        [nameof(LetterKind.FilmRefused)] = new("您上传的视频没能用上", DecisionTemplates.FilmRefused),
    };

    public static string KeyOf(LetterKind kind, LetterFacts facts) => kind is not LetterKind.Received ? kind.ToString()
        : facts.ByPhone ? ByPhone : facts.ByMail ? ByMail : nameof(LetterKind.Received);

    /// <summary>How the piece came, where the words depend on it.</summary>
    public static string NoteOf(string key) => key switch { ByMail => "（邮件来稿）", ByPhone => "（电话代录）", _ => "" };

    /// <summary>The kind of a key; null if it is none.</summary>
    public static LetterKind? KindOf(string key) =>
        key is ByMail or ByPhone ? LetterKind.Received : All.ContainsKey(key) && Enum.TryParse<LetterKind>(key, out var kind) ? kind : null;

    /// <summary>Why these words cannot stand for a letter, a code of RefusalTexts; null: they can.</summary>
    public static string? Fault(string key, LetterText words)
    {
        if (HeaderText.Clean(words.Subject, LongestSubject) != words.Subject || words.Subject.Length < 2)
            return "text-subject";
        if (new StringInfo(words.Body).LengthInTextElements is < ShortestBody or > LongestBody)
            return "text-body";
        if (LetterMarks.UnknownIn(words.Subject + words.Body) is not null)
            return "text-mark";
        return All[key].Body.Contains(MailTexts.LinkMark, StringComparison.Ordinal) && !words.Body.Contains(MailTexts.LinkMark, StringComparison.Ordinal) ? "text-link" : null;
    }
}
