using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Intake;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>拍摄约定 of a proposal.</summary>
public sealed class ShootingPlanTests
{
    private static readonly ShootingPlan _plan = new(new(2026, 12, 5), "河西早市", "老周和他的徒弟，都成年", FilmOwner.Shared, "带收音话筒");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_claimed_a_proposal_writes_down_what_was_agreed_and_reader_and_colleagues_see_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var piece = Proposal(now);
        var codes = newsroom.Services.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        piece.Take(Pieces.Wang, now, null);
        await newsroom.AddAsync(piece, Ct);

        for (var times = 0; times < 2; times++) // the same form once more
        {
            await using var scope = newsroom.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AgreeShooting>().RunAsync(piece.Id, Pieces.Wang, _plan, Ct);
        }
        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(codes.CodeOf(piece.Id), Ct));

        await using var db = newsroom.OpenDb();
        Assert.Equal(_plan, (await db.Submissions.AsNoTracking().SingleAsync(Ct)).Plan);
        Assert.Equal("12月5日拍；地点：河西早市；人员：老周和他的徒弟，都成年；成片归报社和读者共有", status.Plan);
        Assert.Equal($"拍摄约定：{_plan.Said}；带收音话筒", (await db.InternalNotes.SingleAsync(Ct)).Text);
    }

    [Theory]
    [InlineData("not-claimed", SubmissionKind.Proposal, false, "河西早市")]
    [InlineData("not-possible-now", SubmissionKind.Film, true, "河西早市")]
    [InlineData("plan-incomplete", SubmissionKind.Proposal, true, "河")]
    public void Nothing_is_agreed_otherwise(string code, SubmissionKind kind, bool claimed, string place)
    {
        var piece = Proposal(Pieces.Monday);
        piece.Kind = kind;
        if (claimed)
            piece.Take(Pieces.Wang, Pieces.Monday, null);

        Assert.Equal(code, Assert.Throws<RefusedException>(() => piece.Agree(Pieces.Wang, _plan with { Place = place }, Pieces.Monday)).Code);
        Assert.Null(piece.Plan);
    }

    private static Submission Proposal(DateTimeOffset now)
    {
        var piece = Pieces.In(State.Review1, now);
        (piece.Kind, piece.ProposalText) = (SubmissionKind.Proposal, "想拍河西早市的豆腐西施，周末早上五点都方便。");
        return piece;
    }
}
