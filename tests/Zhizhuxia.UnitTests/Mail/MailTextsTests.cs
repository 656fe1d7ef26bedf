using System.Globalization;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Mail;

public class MailTextsTests
{
    private static readonly MailTexts _texts = new(Options.Create(new MailOptions { PublicAddress = "https://zzx.example" }), Options.Create(new MailTextsOptions()));

    private static readonly LetterFacts _facts = new()
    {
        Number = "ZX261122-0031",
        Title = "株洲的清晨",
        ReaderName = "张玉成",
        AnswerDue = new DateTimeOffset(2026, 12, 7, 20, 0, 0, TimeSpan.Zero),
        Request = new(State.Review1, [RequestItem.Original, RequestItem.Guardian], "第二个镜头里的孩子是谁？", new DateTimeOffset(2026, 12, 1, 4, 0, 0, TimeSpan.Zero)),
        DeclineReason = "题材与近期已刊发的作品相近",
        CreditLine = "摄影:谢慧 剪辑:谢慧",
        FileName = "VID_0001.mp4",
        Refusal = "视频已经损坏，一个画面也读不出来。请从手机相册里重新选择原片。",
    };

    public static TheoryData<LetterKind> Kinds { get; } = [.. LetterKinds.ToReaders];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_letter_names_the_piece_greets_the_reader_and_is_signed(LetterKind kind)
    {
        var letter = _texts.Compose(kind, _facts);

        Assert.StartsWith("【知株侠 ZX261122-0031】", letter.Subject, StringComparison.Ordinal);
        Assert.InRange(new StringInfo(letter.Subject).LengthInTextElements, 25, 60);
        Assert.StartsWith("张玉成，您好：\n\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("《株洲的清晨》（编号 ZX261122-0031）", letter.Body, StringComparison.Ordinal);
        Assert.EndsWith("\n\n株洲日报 · 知株侠\n", letter.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_letter_reads_well_when_little_is_known(LetterKind kind)
    {
        var letter = _texts.Compose(kind, new LetterFacts { Kind = SubmissionKind.Proposal, FeePromised = false });

        Assert.StartsWith("【知株侠】", letter.Subject, StringComparison.Ordinal);
        Assert.StartsWith("您好：\n\n", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("《》", letter.Subject + letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("编号 ）", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_receipt_of_a_mail_names_what_did_not_come_whole()
    {
        var unknown = _texts.Compose(LetterKind.Received, _facts with { ByMail = true }).Body;
        var named = _texts.Compose(LetterKind.Received, _facts with { ByMail = true, Awaited = ["龙舟.mp4", "看台\r\nX: 1.mov"] }).Body;

        Assert.Contains("\n信里要是有超大附件，或者视频没有传完整，也请在那一页上传原片", unknown, StringComparison.Ordinal);
        Assert.Contains("\n信里的“龙舟.mp4”“看台 X: 1.mov”我们没有收到完整的文件", named, StringComparison.Ordinal);
    }

    [Fact]
    public void The_receipt_tells_the_law_the_day_and_the_way_to_the_status_page()
    {
        var body = _texts.Compose(LetterKind.Received, _facts).Body;

        Assert.Contains("《著作权法》第三十五条", body, StringComparison.Ordinal);
        Assert.Contains("2026年12月8日", body, StringComparison.Ordinal); // 4 o'clock in Zhuzhou
        Assert.Contains("\nhttps://zzx.example/status\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_lists_what_is_asked_until_when_and_where_to_answer()
    {
        var body = _texts.Compose(LetterKind.PleaseComplete, _facts).Body;

        Assert.Contains("一、原片：", body, StringComparison.Ordinal);
        Assert.Contains("\n二、监护人同意：", body, StringComparison.Ordinal);
        Assert.Contains("第二个镜头里的孩子是谁？", body, StringComparison.Ordinal);
        Assert.Contains("2026年12月1日", body, StringComparison.Ordinal);
        Assert.Contains($"\n{MailTexts.LinkMark}\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_item_that_can_be_asked_has_its_words()
    {
        var request = _facts.Request! with { Items = Enum.GetValues<RequestItem>() };

        var body = _texts.Compose(LetterKind.PleaseComplete, _facts with { Request = request }).Body;

        Assert.Contains("\n六、", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tip_is_promised_no_fee()
    {
        Assert.Contains("稿酬", _texts.Compose(LetterKind.Adopted, _facts).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("稿酬", _texts.Compose(LetterKind.Adopted, _facts with { FeePromised = false }).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declined_piece_is_told_only_the_reason_meant_for_the_reader()
    {
        Assert.Contains("主要原因：题材与近期已刊发的作品相近", _texts.Compose(LetterKind.Declined, _facts).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("主要原因", _texts.Compose(LetterKind.Declined, _facts with { DeclineReason = null }).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_film_is_named_with_its_cause_and_what_is_safe()
    {
        var body = _texts.Compose(LetterKind.FilmRefused, _facts).Body;

        Assert.Contains("“VID_0001.mp4”", body, StringComparison.Ordinal);
        Assert.Contains(_facts.Refusal!, body, StringComparison.Ordinal);
        Assert.Contains("不会丢", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contact_line_is_the_newspapers_setting()
    {
        var texts = new MailTexts(Options.Create(new MailOptions { ContactLine = "编辑部电话见报头" }), Options.Create(new MailTextsOptions()));

        Assert.EndsWith("株洲日报 · 知株侠\n编辑部电话见报头\n", texts.Compose(LetterKind.Received, _facts).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_readers_words_stay_on_their_line()
    {
        var letter = _texts.Compose(LetterKind.Received, _facts with { Title = "甲\r\n乙\u2028丙", ReaderName = "丁\n戊" });

        Assert.DoesNotContain('\n', letter.Subject);
        Assert.StartsWith("丁 戊，您好：\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("《甲 乙 丙》", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_link_is_put_in_even_where_an_editor_lost_its_place()
    {
        Assert.Equal("前 https://a.example 后", MailTexts.WithLink($"前 {MailTexts.LinkMark} 后", "https://a.example"));
        Assert.Equal("改过的信\n\nhttps://a.example\n", MailTexts.WithLink("改过的信\n", "https://a.example"));
    }
}
