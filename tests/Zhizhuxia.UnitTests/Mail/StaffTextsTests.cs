using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Mail;

public class StaffTextsTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 23, 0, 30, 0, TimeSpan.Zero);
    private static readonly StaffTexts _texts = new(Options.Create(new MailOptions { PublicAddress = "https://zzx.example" }));

    [Fact]
    public void A_digest_tells_what_presses_first_and_each_piece_once()
    {
        var letter = _texts.Digest("王编辑", [
            Piece(1, "湘江的早晨", days: 12.5),
            Piece(2, "突然的雨", isUrgent: true, days: 12.5),
            Piece(3, "老街", last: Verb.ReturnToFirst),
            Piece(4, "风筝", days: 16),
            Piece(5, "等着刊发", State.Adopted, days: 30),
        ], 25, _now);

        Assert.Equal("【知株侠编辑部】有 25 篇稿件等您处理，3 篇临近 15 日期限", letter.Subject);
        Assert.Contains("""
            突发（1 篇）
            · ZX261122-0002《突然的雨》在初审，15 日期限还剩 3 天

            15 日期限将到或已过（2 篇）
            · ZX261122-0001《湘江的早晨》在初审，15 日期限还剩 3 天
            · ZX261122-0004《风筝》在初审，15 日期限已过

            退回来的（1 篇）
            · ZX261122-0003《老街》在初审，15 日期限还剩 14 天，赵总编退回初审：请再核实地点

            其他（1 篇）
            · ZX261122-0005《等着刊发》等刊发

            还有 20 篇没有列出来。
            """.ReplaceLineEndings("\n"), letter.Body, StringComparison.Ordinal);
        Assert.StartsWith("王编辑，您好：\n\n现在有 25 篇稿件等您处理。\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("\nhttps://zzx.example/desk\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("\nhttps://zzx.example/account\n", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_of_ordinary_pieces_needs_no_headings()
    {
        var letter = _texts.Digest("王编辑", [Piece(1, "湘江的早晨")], 1, _now);

        Assert.Equal("【知株侠编辑部】有 1 篇稿件等您处理", letter.Subject);
        Assert.Contains("\n\n· ZX261122-0001《湘江的早晨》在初审，15 日期限还剩 14 天\n\n打开队列：", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("没有列出来", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alarm_names_the_piece_its_day_and_its_page()
    {
        var piece = Piece(1, "甲\r\nBcc: x@evil.example", days: 14.5);
        var clock = _texts.Clock("王编辑", piece, _now);
        var urgent = _texts.Urgent("王\r\n编辑", piece, _now);

        Assert.Equal("【知株侠编辑部】《甲 Bcc: x@evil.example》15 日期限只剩不到 1 天", clock.Subject);
        Assert.Contains("（到11月23日 20:30为止）", clock.Body, StringComparison.Ordinal);
        Assert.Contains($"\nhttps://zzx.example/desk/pieces/{piece.Id}\n", clock.Body, StringComparison.Ordinal);
        Assert.Equal("【知株侠编辑部】突发：《甲 Bcc: x@evil.example》等您初审", urgent.Subject);
        Assert.StartsWith("王 编辑，您好：\n", urgent.Body, StringComparison.Ordinal);
    }

    private static StaffPiece Piece(int number, string title, State state = State.Review1, bool isUrgent = false, double days = 1.5, Verb last = Verb.Submit)
    {
        var step = new Step
        {
            Id = Guid.CreateVersion7(), SubmissionId = Guid.Empty, Number = 1, Verb = last, EditorId = null, ActorName = "赵总编", From = State.Review3, To = state,
            Digest = "", Comment = "请再核实地点", At = _now, PreviousHash = "",
        };
        return new(Guid.CreateVersion7(), $"ZX261122-{number:D4}", title, state, isUrgent, _now.AddDays(-days), step);
    }
}
