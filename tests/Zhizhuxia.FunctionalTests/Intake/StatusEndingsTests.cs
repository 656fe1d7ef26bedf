using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
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

    private static async Task<string> AddAsync(Newsroom newsroom, Submission piece)
    {
        var codes = newsroom.Services.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await newsroom.AddAsync(piece, Ct);
        return codes.CodeOf(piece.Id);
    }
}
