using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

public sealed class TwoEditorsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_second_to_decide_is_told_who_was_first_and_what_they_did()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Wang, Now, null);
        await newsroom.AddAsync(piece, Ct);
        var seen = Seen.Of(piece);
        await Decide(newsroom, piece.Id, Verb.Decline, Wang, seen, Refusal);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Decide(newsroom, piece.Id, Verb.Pass, Sun, seen, Checked));

        Assert.Equal(("stale", Wang.Name), (refused.Code, refused.Arguments[0]));
        Assert.StartsWith("不采用", (string)refused.Arguments[1], StringComparison.Ordinal);
        Assert.Equal(State.Closed, (await newsroom.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task The_second_to_claim_is_told_who_reads()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = await newsroom.AddAsync(In(State.Review1, Now), Ct);
        var seen = Seen.Of(piece);
        await Claim(newsroom, piece.Id, Wang);

        var claim = await Assert.ThrowsAsync<RefusedException>(() => Claim(newsroom, piece.Id, Sun));
        var decision = await Assert.ThrowsAsync<RefusedException>(() => Decide(newsroom, piece.Id, Verb.Pass, Sun, seen, Checked));

        Assert.Equal(("claimed-by-other", Wang.Name), (claim.Code, claim.Arguments[0]));
        Assert.Equal(("stale", Wang.Name), (decision.Code, decision.Arguments[0]));
    }

    /// <summary>A piece is read by several statements: one that was decided between the first and the last comes with a history newer than its row.</summary>
    [Fact]
    public async Task Who_was_first_is_named_also_when_the_history_was_read_after_their_decision()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Wang, Now, null);
        await newsroom.AddAsync(piece, Ct);
        await using var db = newsroom.OpenDb();
        var row = await db.Submissions.SingleAsync(other => other.Id == piece.Id, Ct);
        await Decide(newsroom, piece.Id, Verb.Decline, Wang, Seen.Of(piece), Refusal);
        await db.Entry(row).Collection(other => other.History).Query().OrderBy(step => step.Number).LoadAsync(Ct);
        row.GiveBack(Wang, Now);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => db.SaveAsync(row, Ct));

        Assert.Equal(("stale", Wang.Name), (refused.Code, refused.Arguments[0]));
    }

    [Fact]
    public async Task The_same_form_sent_twice_decides_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Wang, Now, null);
        await newsroom.AddAsync(piece, Ct);
        var seen = Seen.Of(piece);

        var first = await Decide(newsroom, piece.Id, Verb.Decline, Wang, seen, Refusal);
        var again = await Decide(newsroom, piece.Id, Verb.Decline, Wang, seen, Refusal);

        Assert.Equal(first.Id, again.Id);
        await using var db = newsroom.OpenDb();
        Assert.Equal([LetterKind.Received, LetterKind.Declined], db.Letters.Select(letter => letter.Kind).ToList().Order());
    }

    [Fact]
    public async Task Of_fifty_racing_pairs_each_has_one_winner_one_step_and_one_letter()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var round = 0; round < 50; round++)
        {
            var piece = In(State.Review1, Now);
            piece.Take(Sun, Now, null);
            await newsroom.AddAsync(piece, Ct);
            var (id, seen) = (piece.Id, Seen.Of(piece));

            var results = await Task.WhenAll(
                Try(() => Decide(newsroom, id, Verb.Decline, Sun, seen, Refusal)),
                Try(() => Decide(newsroom, id, Verb.Pass, Sun, seen, Checked)));

            var after = await newsroom.SeeAsync(id, Ct);
            Assert.Equal(1, results.Count(code => code is null));
            Assert.Equal("stale", results.Single(code => code is not null));
            Assert.Equal(piece.History.Count + 1, after.History.Count);
            Assert.Null(StepChain.BrokenAt(after.History));
            await using var db = newsroom.OpenDb();
            Assert.Equal(after.State is State.Closed ? 2 : 1, db.Letters.Count(letter => letter.SubmissionId == id));
        }
    }

    [Fact]
    public async Task Of_fifty_racing_claims_each_has_one_holder()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var round = 0; round < 50; round++)
        {
            var piece = await newsroom.AddAsync(In(State.Review1, Now), Ct);

            var results = await Task.WhenAll(Try(() => Claim(newsroom, piece.Id, Wang)), Try(() => Claim(newsroom, piece.Id, Sun)));

            Assert.Equal(1, results.Count(code => code is null));
            Assert.True(results.Single(code => code is not null) is "stale" or "claimed-by-other");
            Assert.Equal(results[0] is null ? Wang.EditorId : Sun.EditorId, (await newsroom.SeeAsync(piece.Id, Ct)).Claim!.EditorId);
        }
    }

    [Fact]
    public async Task A_finished_transcode_does_not_make_a_click_stale()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Wang, Now, null);
        await newsroom.AddAsync(piece, Ct);
        await using (var db = newsroom.OpenDb())
        {
            (await db.Assets.FindAsync([piece.Assets[0].Id], Ct))!.Add(new(Zhizhuxia.Assets.RenditionKind.Proxy, 3, "proxy.mp4", ["proxy.mp4"], 540, 960, 5));
            await db.SaveChangesAsync(Ct);
        }

        await Decide(newsroom, piece.Id, Verb.Pass, Wang, Seen.Of(piece), Checked);

        Assert.Equal(State.Review2, (await newsroom.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task The_reader_reads_that_somebody_reads_only_when_the_holder_has_opened_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = await newsroom.AddAsync(In(State.Review1, Now), Ct);
        await Claim(newsroom, piece.Id, Wang);

        await Look(newsroom, piece.Id, Sun);
        Assert.Null((await newsroom.SeeAsync(piece.Id, Ct)).FirstLookAt);
        await Look(newsroom, piece.Id, Wang);

        Assert.NotNull((await newsroom.SeeAsync(piece.Id, Ct)).FirstLookAt);
    }

    private static Task<bool> Claim(Newsroom newsroom, Guid id, Actor actor) => newsroom.RunAsync(async (ClaimSubmission claim) =>
    {
        await claim.RunAsync(id, actor, null, Ct);
        return true;
    });

    private static Task<bool> Look(Newsroom newsroom, Guid id, Actor actor) => newsroom.RunAsync(async (LookAtSubmission look) =>
    {
        await look.RunAsync(id, actor, Ct);
        return true;
    });

    private static Task<Step> Decide(Newsroom newsroom, Guid id, Verb verb, Actor actor, Seen seen, Decision decision) =>
        newsroom.RunAsync((DecideSubmission decide) => decide.RunAsync(id, verb, actor, seen, decision, Ct));

    private static async Task<string?> Try<T>(Func<Task<T>> act)
    {
        try
        {
            await Task.Run(act);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }
}
