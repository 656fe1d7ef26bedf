using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>信件样张: every letter the newsroom writes, with facts made up.</summary>
public sealed class LetterSamples(MailTexts texts, StaffTexts staff, IOptions<MailOptions> options, TimeProvider clock)
{
    private const string Number = "ZX261122-0031";
    private const string Title = "湘江的早晨";
    private const string Editor = "王编辑";

    /// <summary>One of each kind, and what differs for mail.</summary>
    public IReadOnlyList<LetterSample> All()
    {
        var now = clock.GetUtcNow();
        return
        [
            .. Enum.GetValues<LetterKind>().Select(kind => Of(kind, kind.IsForStaff ? Staff(kind, now) : texts.Compose(kind, Facts(now)))),
            Of(LetterKind.Received, texts.Compose(LetterKind.Received, Facts(now) with { ByMail = true }), LetterTemplates.ByMail),
            Of(LetterKind.Received, texts.Compose(LetterKind.Received, Facts(now) with { ByPhone = true }), LetterTemplates.ByPhone),
        ];
    }

    /// <summary>A letter by a template that somebody is writing.</summary>
    /// <param name="key">One of <see cref="LetterTemplates.All"/>.</param>
    public LetterSample Of(string key, LetterText template)
    {
        var facts = Facts(clock.GetUtcNow()) with { ByMail = key is LetterTemplates.ByMail, ByPhone = key is LetterTemplates.ByPhone };
        return Of(LetterTemplates.KindOf(key)!.Value, texts.Compose(template, facts), key);
    }

    private LetterSample Of(LetterKind kind, LetterText words, string key = "")
    {
        var page = kind is LetterKind.Published ? "v/7K3M9Q" : key is LetterTemplates.ByMail or LetterTemplates.ByPhone || kind is LetterKind.ConfirmAgain ? "complete#……" : "status#……";
        var text = words.Body.Replace(MailTexts.LinkMark, $"{options.Value.PublicAddress}/{page}", StringComparison.Ordinal);
        return new(kind, words.Subject, text, HtmlOfText.Paragraphs(text), LetterTemplates.NoteOf(key));
    }

    private static LetterFacts Facts(DateTimeOffset now) => new()
    {
        Number = Number,
        Title = Title,
        ReaderName = "李翰",
        AnswerDue = now + Submission.AnswerWithin,
        Request = new(State.Review1, [RequestItem.Original, RequestItem.Credits], "第二个镜头很好，请发没有压缩过的原片。", now.AddDays(7)),
        DeclineReason = "题材与近期已刊发的作品相近",
        DeclineWords = "镜头很稳，欢迎您再投别的题材。",
        Message = "片尾那首歌是您自己唱的吗？我们想在说明里写一句。",
        CreditLine = "摄影:李翰 谢慧 剪辑:谢慧",
        FileName = "VID_20261122.mp4",
        Refusal = RefusalTexts.Of("no_video"),
    };

    private LetterText Staff(LetterKind kind, DateTimeOffset now)
    {
        var late = Piece(1, Title, State.Review1, now - Submission.AnswerWithin + TimeSpan.FromHours(20), Verb.Submit);
        return kind switch
        {
            LetterKind.StaffClock => staff.Clock(Editor, late, now),
            LetterKind.StaffMailbox => staff.Mailbox(Editor, MailboxNews.Silent, now.AddMinutes(-10), "No route to host"),
            LetterKind.StaffCountersign => staff.Countersign(Editor, Piece(1, Title, State.TakenDown, now.AddDays(-30), Verb.TakeDown), now.AddHours(-1), now),
            LetterKind.StaffUrgent => staff.Urgent(Editor, late, now),
            _ => staff.Digest(Editor, [late, Piece(2, "老街的灯", State.Review1, now.AddDays(-2), Verb.ReturnToFirst), Piece(3, "桥下的合唱", State.Review1, now.AddDays(-1), Verb.Submit)], 3, now),
        };
    }

    private static StaffPiece Piece(int number, string title, State state, DateTimeOffset submitted, Verb last) =>
        new(Guid.Empty, $"ZX261122-{number + 30:D4}", title, state, false, submitted, new Step
        {
            Id = Guid.Empty, SubmissionId = Guid.Empty, Number = 1, Verb = last, EditorId = null, ActorName = "赵总编", From = State.Review3, To = state,
            Digest = "", Comment = "请再核实拍摄地点", At = submitted, PreviousHash = "",
        });
}
