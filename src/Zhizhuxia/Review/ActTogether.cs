using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// Does one thing to several pieces, each by the same use case as alone and in a transaction of its own: what cannot be done stops nothing else. Who
/// declines a piece that nobody reads takes it first, as with one piece; a colleague's is left alone.
/// </summary>
public sealed class ActTogether(PortalDb db, ClaimSubmission claim, DecideSubmission decide, TagSubmission tag, NamePieces names, TimeProvider clock)
{
    /// <returns>A result for each row, in their order.</returns>
    public async Task<IReadOnlyList<JointResult>> RunAsync(IReadOnlyList<TickedPiece> rows, JointAct act, Actor actor, JointWords words, CancellationToken ct)
    {
        List<JointResult> results = [];
        foreach (var row in rows)
        {
            db.ChangeTracker.Clear();
            try
            {
                await DoAsync(row, act, actor, words, ct);
                results.Add(new(row.Id, null, null, null, null));
            }
            catch (RefusedException refused)
            {
                results.Add(new(row.Id, null, null, refused, null));
            }
        }
        db.ChangeTracker.Clear();
        return await names.RunAsync(results, ct);
    }

    private Task DoAsync(TickedPiece row, JointAct act, Actor actor, JointWords words, CancellationToken ct) => act switch
    {
        JointAct.Claim => TakeAsync(row, actor, ct),
        JointAct.Tag or JointAct.Untag => tag.RunAsync(row.Id, actor, words.Word, on: act is JointAct.Tag, ct),
        JointAct.Decline => DecideAsync(row, Verb.Decline, actor, new() { DeclineReason = words.Reason }, ct),
        _ => DecideAsync(row, Verb.Spam, actor, Decision.Plain, ct),
    };

    private async Task DecideAsync(TickedPiece row, Verb verb, Actor actor, Decision decision, CancellationToken ct)
    {
        var piece = await db.GetAsync(row.Id, ct);
        var taken = row.Seen with { Version = row.Seen.Version + 1 };
        if (row.Seen.WasUsedBy(piece, actor, verb) || taken.WasUsedBy(piece, actor, verb))
            return; // the same form, sent twice
        piece.MustBe(row.Seen);
        var held = piece.Claim?.IsHeldBy(actor, clock.GetUtcNow()) is true;
        db.ChangeTracker.Clear();
        if (!held)
            await TakeAsync(row, actor, ct);
        db.ChangeTracker.Clear();
        await decide.RunAsync(row.Id, verb, actor, held ? row.Seen : taken, decision, ct);
    }

    /// <summary>Takes the piece. Where it cannot be taken any more because somebody was faster, that is the reason which is told.</summary>
    private async Task TakeAsync(TickedPiece row, Actor actor, CancellationToken ct)
    {
        try
        {
            await claim.RunAsync(row.Id, actor, null, ct);
        }
        catch (RefusedException refused) when (refused.Code is "not-possible-now")
        {
            db.ChangeTracker.Clear();
            (await db.GetAsync(row.Id, ct)).MustBe(row.Seen);
            throw;
        }
    }
}
