using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What the reader hears of how a piece ended.</summary>
public sealed class StatusEndingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decline_is_told_when_its_letter_goes_and_not_before()
    {
        var clock = new MovableClock();
        await using var newsroom = await Newsroom.OpenAsync(null, services => services.AddSingleton<TimeProvider>(clock));
        var code = await AddAsync(newsroom, Pieces.In(State.Closed, clock.GetUtcNow()));

        clock.Forward(Effects.DeclineHold - TimeSpan.FromSeconds(1));
        var held = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(code, Ct));
        clock.Forward(TimeSpan.FromSeconds(1));
        var told = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(code, Ct));

        Assert.Equal(("审看中", null, null), (held.Word, held.Closing, held.DeclineReason));
        Assert.NotNull(held.AnswerDue);
        Assert.DoesNotContain(held.Steps, step => step.Words == "本次未采用");
        Assert.Equal(("未采用", CloseReason.Declined, Pieces.Refusal.DeclineReason), (told.Word, told.Closing, told.DeclineReason));
        Assert.Null(told.AnswerDue);
        Assert.Contains(told.Steps, step => step.Words == "本次未采用");
    }

    [Theory]
    [InlineData(true, "夜景很好，可惜晃得厉害。")]
    [InlineData(false, null)]
    public async Task What_an_editor_says_to_a_decline_is_the_readers_only_where_it_was_ticked(bool ticked, string? told)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ago = TimeProvider.System.GetUtcNow().AddHours(-1);
        var piece = Pieces.In(State.Review1, ago).Do(Verb.Decline, Pieces.Wang, ago, Pieces.Refusal with { Comment = "夜景很好，可惜晃得厉害。", TellsComment = ticked });
        var code = await AddAsync(newsroom, piece);

        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(code, Ct));
        var letter = newsroom.Services.GetRequiredService<MailTexts>().Compose(LetterKind.Declined, LetterFacts.Of(piece));

        Assert.Equal((Pieces.Refusal.DeclineReason, told), (status.DeclineReason, status.DeclineWords));
        Assert.Equal(ticked, letter.Body.Contains("编辑的话：夜景很好", StringComparison.Ordinal));
        Assert.Contains($"主要原因：{Pieces.Refusal.DeclineReason}", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_that_was_undone_before_its_letter_went_is_never_heard_of()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ago = TimeProvider.System.GetUtcNow().AddHours(-1);
        var piece = Pieces.In(State.Closed, ago);
        piece.Apply(Verb.Reopen, Pieces.Li, ago.AddMinutes(9), Pieces.Reason);
        var code = await AddAsync(newsroom, piece);

        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(code, Ct));
        await newsroom.DoNextAsync(JobKind.SendMail, Ct); // the receipt
        await newsroom.DoNextAsync(JobKind.SendMail, Ct);

        Assert.DoesNotContain(status.Steps, step => step.Words is "本次未采用" or "编辑部重新审看");
        await using var db = newsroom.OpenDb();
        Assert.Equal(LetterState.CalledBack, (await db.Letters.SingleAsync(letter => letter.Kind == LetterKind.Declined, Ct)).State);
    }

    [Fact]
    public void Who_takes_the_words_out_of_the_letter_does_not_tell_them()
    {
        var decision = Pieces.Refusal with { Comment = "这句话后来删掉了", TellsComment = true };

        Assert.Equal("这句话后来删掉了", (decision with { Letter = new("未采用", "主要原因：画质\n编辑的话：这句话后来删掉了") }).Told);
        Assert.Null((decision with { Letter = new("未采用", "主要原因：画质") }).Told);
    }

    private static async Task<string> AddAsync(Newsroom newsroom, Submission piece)
    {
        var codes = newsroom.Services.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await newsroom.AddAsync(piece, Ct);
        return codes.CodeOf(piece.Id);
    }
}
