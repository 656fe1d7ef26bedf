using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>往来 through the pages of both sides.</summary>
public sealed class ThreadTests(DeskFixture desk) : IClassFixture<DeskFixture>, IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly FormClient _reader = new(desk.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _reader.Dispose();

    [Fact]
    public async Task An_editors_words_stand_on_the_readers_page_and_go_by_mail_once()
    {
        var (piece, code) = await AddAsync(State.Review1);
        var id = Guid.CreateVersion7();

        for (var sent = 0; sent < 2; sent++)
            Assert.Equal(HttpStatusCode.Redirect, await SayAsync(piece, "片尾的歌是您唱的吗？", id));

        Assert.Contains("片尾的歌是您唱的吗？", await StatusAsync(code), StringComparison.Ordinal);
        await using var db = desk.Portal.Data.OpenDb();
        var letter = await db.Letters.Include(row => row.Message).SingleAsync(row => row.SubmissionId == piece.Id && row.Kind == LetterKind.Message, Ct);
        Assert.Equal(("reader@example.org", id), (letter.To, letter.Message!.Id));
        Assert.Single(await db.Jobs.Where(job => job.LetterId == letter.Id).ToListAsync(Ct));
        var page = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
        Assert.Contains("待发到 reader@example.org", page, StringComparison.Ordinal);
        Assert.Equal(piece.RowVersion, (await desk.SeeAsync(piece.Id, Ct)).RowVersion); // nobody's open page has become stale
    }

    [Fact]
    public async Task Without_an_address_the_words_stand_on_the_page_alone()
    {
        var (piece, code) = await AddAsync(State.Review1, row => row.Contact = row.Contact! with { Email = null });

        await SayAsync(piece, "请方便时回个电话。");

        Assert.Contains("请方便时回个电话。", await StatusAsync(code), StringComparison.Ordinal);
        await using var db = desk.Portal.Data.OpenDb();
        Assert.False(await db.Letters.AnyAsync(row => row.SubmissionId == piece.Id && row.Kind == LetterKind.Message, Ct));
        Assert.Contains("只在读者的进度页上显示", await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}/thread", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_writes_marks_the_piece_until_an_editor_has_looked()
    {
        var (piece, code) = await AddAsync(State.Review1);
        Assert.DoesNotContain("新来信</span>", await RowAsync(piece), StringComparison.Ordinal);

        var said = await WriteAsync(code, "歌是我女儿唱的。");

        Assert.Contains("已经留给编辑部了", said, StringComparison.Ordinal);
        Assert.Contains("新来信</span>", await RowAsync(piece), StringComparison.Ordinal);
        Assert.Contains("<span class=\"vh\"> 条新来信</span>", await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
        Assert.Contains("新来信</span>", await RowAsync(piece), StringComparison.Ordinal); // it stood behind another tab
        var first = await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}?tab=mails", Ct);
        Assert.Contains("歌是我女儿唱的。", first, StringComparison.Ordinal);
        Assert.Contains("新来信</span>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("新来信</span>", await RowAsync(piece), StringComparison.Ordinal);
        Assert.Contains("李主任看过", await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_said_on_the_telephone_is_written_down_and_the_piece_goes_on()
    {
        var (piece, code) = await AddAsync(State.Waiting);
        var page = $"/desk/pieces/{piece.Id}";

        using var empty = await desk.Li.PostAsync(page, $"{page}/thread?handler=Relay", Ct, ("words", " "));
        using var done = await desk.Li.PostAsync(page, $"{page}/thread?handler=Relay", Ct, ("words", "电话里说：是去年端午拍的。"));
        using var again = await desk.Li.PostAsync(page, $"{page}/thread?handler=Relay", Ct, ("words", "又打来一次。"));

        Assert.Contains(RefusalTexts.Of("relay-missing"), WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("not-possible-now"), WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Review1, Verb.Relay, "李主任"), (after.State, after.History[^1].Verb, after.History[^1].ActorName));
        Assert.Equal("电话里说：是去年端午拍的。", after.Request!.Answer);
        Assert.Contains("编辑记下了您的答复", await StatusAsync(code), StringComparison.Ordinal);
        Assert.Contains("电话里说：是去年端午拍的。", await desk.Li.ReadAsync($"{page}/thread", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_request_is_part_of_the_thread_once()
    {
        var (piece, code) = await AddAsync(State.Waiting);
        await _reader.PostAsync("/status?handler=Answer", new() { ["Receipt"] = code, ["answerText"] = "是去年端午在天元区拍的。" });

        var page = await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}/thread", Ct);

        Assert.Equal(2, page.Split("是去年端午在天元区拍的。").Length);
    }

    [Fact]
    public async Task While_an_answer_is_asked_for_only_the_answer_is_taken_and_spam_hears_and_says_nothing()
    {
        var (waiting, code) = await AddAsync(State.Waiting);
        var (spam, other) = await AddAsync(State.Review1, row => row.Do(Verb.Spam, Wang, Now, Decision.Plain));

        Assert.Contains(RefusalTexts.Of("not-possible-now"), await WriteAsync(code, "随便说说。"), StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("not-possible-now"), await WriteAsync(other, "随便说说。"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await SayAsync(spam, "您好。"));

        await using var db = desk.Portal.Data.OpenDb();
        Assert.False(await db.Messages.AnyAsync(row => row.SubmissionId == waiting.Id || row.SubmissionId == spam.Id, Ct));
    }

    [Fact]
    public async Task After_twenty_messages_of_a_day_the_piece_takes_no_more_and_loses_no_words()
    {
        var (piece, code) = await AddAsync(State.Review1);
        await using (var db = desk.Portal.Data.OpenDb())
        {
            db.AddRange(Enumerable.Range(0, Message.MostADay).Select(number => Message.OfReader(piece.Id, $"第 {number} 句", Now)));
            await db.SaveChangesAsync(Ct);
        }

        var page = await WriteAsync(code, "再说一句要紧的。");

        Assert.Contains(RefusalTexts.Of("too-many-messages"), page, StringComparison.Ordinal);
        Assert.Contains("再说一句要紧的。</textarea>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("好")]
    [InlineData(2001)]
    public async Task Too_short_and_too_long_is_refused(object words)
    {
        var (piece, code) = await AddAsync(State.Review1);
        var text = words as string ?? new string('长', (int)words);

        Assert.Contains(RefusalTexts.Of("message-length"), await WriteAsync(code, text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await SayAsync(piece, text));
    }

    private async Task<HttpStatusCode> SayAsync(Submission piece, string words, Guid? id = null)
    {
        using var answer = await desk.Wang.PostAsync($"/desk/pieces/{piece.Id}/thread", $"/desk/pieces/{piece.Id}/thread?handler=Write", Ct, ("id", $"{id ?? Guid.CreateVersion7()}"), ("words", words));
        if (answer.StatusCode is HttpStatusCode.Redirect)
            Assert.Equal($"/desk/pieces/{piece.Id}?tab=mails#thread", answer.Headers.Location?.OriginalString);
        return answer.StatusCode;
    }

    private async Task<string> WriteAsync(string code, string words) =>
        WebUtility.HtmlDecode((await _reader.PostAsync("/status?handler=Write", new() { ["Receipt"] = code, ["message"] = $"{Guid.CreateVersion7()}", ["words"] = words })).Html);

    private async Task<string> StatusAsync(string code) => WebUtility.HtmlDecode((await _reader.PostAsync("/status", new() { ["Receipt"] = code })).Html);

    /// <summary>The piece's row in the queue.</summary>
    private async Task<string> RowAsync(Submission piece) => await desk.Wang.ReadAsync($"/desk?q={piece.Number}", Ct);

    private async Task<(Submission Piece, string Code)> AddAsync(State state, Action<Submission>? change = null)
    {
        var piece = In(state, Now);
        change?.Invoke(piece);
        await using var scope = desk.Portal.Data.Scope();
        var codes = scope.ServiceProvider.GetRequiredService<ReceiptCodes>();
        var code = codes.CodeOf(piece.Id);
        piece.ReceiptHash = codes.HashOf(code);
        await desk.AddAsync(piece, Ct);
        return (piece, code);
    }
}
