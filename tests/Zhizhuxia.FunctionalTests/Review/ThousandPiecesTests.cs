using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>security.md R9: two editors act on each of a thousand pieces at once.</summary>
public sealed class ThousandPiecesTests
{
    private const int Pieces = 1000;
    private const string Reason = "内容无法核实";

    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Each_has_one_winner_and_one_letter_and_the_loser_is_told_who_won()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        List<TickedPiece> ticked = [];
        for (var number = 0; number < Pieces; number += ReviewQueue.PageSize)
            ticked.AddRange(await AddAsync(newsroom, number));

        var both = await Task.WhenAll(ActAsync(newsroom, ticked, Wang), ActAsync(newsroom, ticked, Sun));

        await using var db = newsroom.OpenDb();
        var letters = db.Letters.Where(letter => letter.Kind == LetterKind.Declined).ToLookup(letter => letter.SubmissionId!.Value);
        foreach (var (wang, sun) in both[0].Zip(both[1]))
        {
            Assert.Equal(wang.Id, sun.Id);
            var winner = Assert.Single(new[] { (Actor: Wang, Result: wang), (Actor: Sun, Result: sun) }, act => act.Result.Refused is null).Actor;
            var loser = wang.Refused ?? sun.Refused!;
            Assert.True(loser.Code is "stale" or "claimed-by-other", loser.Code);
            Assert.Equal(winner.Name, loser.Arguments[0]);
            Assert.Single(letters[wang.Id]);
        }
        foreach (var piece in db.Aggregate())
        {
            Assert.Equal((State.Closed, CloseReason.Declined), (piece.State, piece.Closing!.Value));
            Assert.Equal([Verb.Submit, Verb.Decline], piece.History.Select(step => step.Verb));
            Assert.Null(StepChain.BrokenAt(piece.History));
        }
    }

    private static async Task<IEnumerable<TickedPiece>> AddAsync(Newsroom newsroom, int first)
    {
        await using var db = newsroom.OpenDb();
        var pieces = Enumerable.Range(first, ReviewQueue.PageSize).Select(number =>
        {
            var piece = Draft(Now);
            piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
            piece.Number = $"ZX261101-{number:D4}";
            return piece;
        }).ToList();
        db.Submissions.AddRange(pieces);
        await db.SaveChangesAsync(Ct);
        return [.. pieces.Select(piece => new TickedPiece(piece.Id, Seen.Of(piece)))];
    }

    /// <summary>Page by page, as the queue sends them.</summary>
    private static async Task<List<JointResult>> ActAsync(Newsroom newsroom, List<TickedPiece> ticked, Actor actor)
    {
        List<JointResult> results = [];
        foreach (var page in ticked.Chunk(ReviewQueue.PageSize))
            results.AddRange(await Task.Run(() => newsroom.RunAsync((ActTogether together) => together.RunAsync(page, JointAct.Decline, actor, new(Reason, null), Ct))));
        return results;
    }
}
