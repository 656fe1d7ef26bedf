using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>The reader's rows of the table through the page /status: withdrawing and answering, each with its refusals.</summary>
public sealed class StatusPageTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly FormClient _browser = new(fixture.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _browser.Dispose();

    [Theory]
    [InlineData(State.Review1, "已收到")]
    [InlineData(State.Waiting, "请您补充")]
    [InlineData(State.Adopted, "已采用")]
    [InlineData(State.Published, "已刊发")]
    [InlineData(State.TakenDown, "已下线")]
    [InlineData(State.Closed, "未采用")]
    public async Task A_receipt_shows_how_the_piece_stands_in_a_plain_word(State state, string word)
    {
        var (_, code) = await AddAsync(state);

        var page = await _browser.PostAsync("/status", new() { ["Receipt"] = code });

        Assert.Contains($"<strong class=\"state-word\">{word}</strong>", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piece_whose_time_ran_out_was_not_turned_down()
    {
        var piece = In(State.Waiting, Now.AddDays(-40));
        piece.Apply(Verb.Expire, Actor.Timer, Now, Decision.Plain);
        var code = await AddAsync(piece);

        var page = WebUtility.HtmlDecode((await _browser.PostAsync("/status", new() { ["Receipt"] = code })).Html);

        Assert.Contains("没有等到您的补充", page, StringComparison.Ordinal);
        Assert.DoesNotContain("很遗憾", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_receipt_shows_nothing_but_the_sentence()
    {
        var page = await _browser.PostAsync("/status", new() { ["Receipt"] = "000000000000000000000000" });

        Assert.Contains(RefusalTexts.Of("receipt-unknown"), WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("state-word", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    [InlineData(State.Review3)]
    [InlineData(State.Waiting)]
    public async Task A_reader_withdraws_before_adoption_with_what_only_they_know(State state)
    {
        var (id, code) = await AddAsync(state);

        var wrong = await DoAsync("Withdraw", code, ("known", "4321"));
        Assert.Contains(RefusalTexts.Of("second-factor-wrong"), wrong, StringComparison.Ordinal);
        Assert.Equal(state, (await SeeAsync(id)).State);
        var done = await DoAsync("Withdraw", code, ("known", "0000"));

        var piece = await SeeAsync(id);
        Assert.Contains("稿件已撤回。", done, StringComparison.Ordinal);
        Assert.Equal((State.Closed, CloseReason.Withdrawn, Verb.Withdraw), (piece.State, piece.Closing, piece.History[^1].Verb));
        Assert.Null(piece.History[^1].EditorId);
    }

    [Fact]
    public async Task Of_an_adopted_piece_a_withdrawal_is_asked_for_once()
    {
        var (id, code) = await AddAsync(State.Adopted);

        var asked = await DoAsync("Withdraw", code, ("known", "0000"));
        var again = await DoAsync("Withdraw", code, ("known", "0000"));

        Assert.Contains("撤稿申请已收到", asked, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("withdrawal-pending"), again, StringComparison.Ordinal);
        var piece = await SeeAsync(id);
        Assert.Equal((State.Adopted, Verb.AskWithdrawal), (piece.State, piece.History[^1].Verb));
        Assert.NotNull(piece.WithdrawalAskedAt);
    }

    [Theory]
    [InlineData(State.Published)]
    [InlineData(State.TakenDown)]
    [InlineData(State.Closed)]
    public async Task Afterwards_nothing_is_withdrawn(State state)
    {
        var (id, code) = await AddAsync(state);

        var page = await DoAsync("Withdraw", code, ("known", "0000"));

        Assert.Contains(RefusalTexts.Of("not-possible-now"), page, StringComparison.Ordinal);
        Assert.Equal(state, (await SeeAsync(id)).State);
    }

    [Fact]
    public async Task A_reader_answers_with_words()
    {
        var (id, code) = await AddAsync(State.Waiting);
        foreach (var (words, refusal) in new[] { ("", "answer-missing"), ("好", "answer-missing"), (new string('长', 2001), "answer-too-long") })
        {
            Assert.Contains(RefusalTexts.Of(refusal), await DoAsync("Answer", code, ("answerText", words)), StringComparison.Ordinal);
            Assert.Equal(State.Waiting, (await SeeAsync(id)).State);
        }

        var done = await DoAsync("Answer", code, ("answerText", "是去年端午拍的。"));

        var piece = await SeeAsync(id);
        Assert.Contains("答复已收到", done, StringComparison.Ordinal);
        Assert.Equal((State.Review1, Verb.Answer, "是去年端午拍的。"), (piece.State, piece.History[^1].Verb, piece.Request!.Answer));
    }

    [Fact]
    public async Task A_reader_answers_with_a_film_in_the_form_itself()
    {
        var (id, code) = await AddAsync(State.Waiting);

        var done = await FilmForms.SendAsync(_browser, "/status?handler=Answer", "/status", [("Receipt", code), ("draft", $"{Guid.CreateVersion7()}")], "原片.mov", [1, 2, 3]);

        var piece = await SeeAsync(id);
        Assert.Contains("答复已收到", WebUtility.HtmlDecode(done.Html), StringComparison.Ordinal);
        Assert.Equal((State.Review1, Verb.AnswerWithMaterial), (piece.State, piece.History[^1].Verb));
        Assert.Contains(piece.Assets, asset => asset is { FileName: "原片.mov", Length: 3 });
    }

    [Theory]
    [InlineData(State.Review2)]
    [InlineData(State.Published)]
    [InlineData(State.Closed)]
    public async Task Nobody_answers_what_was_not_asked(State state)
    {
        var (id, code) = await AddAsync(state);

        var page = await DoAsync("Answer", code, ("answerText", "我补充一点。"));

        Assert.Contains(RefusalTexts.Of("not-possible-now"), page, StringComparison.Ordinal);
        Assert.Equal(state, (await SeeAsync(id)).State);
    }

    private async Task<string> DoAsync(string handler, string code, (string Name, string Value) field)
    {
        var answer = await _browser.PostAsync($"/status?handler={handler}", new() { ["Receipt"] = code, [field.Name] = field.Value });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return WebUtility.HtmlDecode(answer.Html);
    }

    private async Task<(Guid Id, string Code)> AddAsync(State state)
    {
        var piece = In(state, Now.AddHours(-1)); // what was declined is told by now
        return (piece.Id, await AddAsync(piece));
    }

    private async Task<string> AddAsync(Submission piece)
    {
        await using var scope = fixture.Portal.Data.Scope();
        var codes = (ReceiptCodes)scope.ServiceProvider.GetService(typeof(ReceiptCodes))!;
        var code = codes.CodeOf(piece.Id);
        piece.ReceiptHash = codes.HashOf(code);
        await using var db = fixture.Portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        return code;
    }

    private async Task<Submission> SeeAsync(Guid id)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Aggregate().SingleAsync(piece => piece.Id == id, Ct);
    }
}
