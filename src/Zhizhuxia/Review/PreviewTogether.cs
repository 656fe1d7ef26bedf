using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>What <see cref="ActTogether"/> would do to each piece, done to copies in memory: the letters that are shown are the letters that will go.</summary>
public sealed class PreviewTogether(PortalDb db, NamePieces names, TimeProvider clock)
{
    /// <returns>A result for each row, in their order; nothing has changed.</returns>
    public async Task<IReadOnlyList<JointResult>> RunAsync(IReadOnlyList<TickedPiece> rows, JointAct act, Actor actor, JointWords words, CancellationToken ct)
    {
        var (verb, decision) = act is JointAct.Decline ? (Verb.Decline, new Decision { DeclineReason = words.Reason }) : (Verb.Spam, Decision.Plain);
        List<JointResult> results = [];
        foreach (var row in rows)
        {
            try
            {
                results.Add(new(row.Id, null, null, null, await OneAsync(row, verb, actor, decision, ct)));
            }
            catch (RefusedException refused)
            {
                results.Add(new(row.Id, null, null, refused, null));
            }
        }
        return await names.RunAsync(results, ct);
    }

    private async Task<DecisionPreview> OneAsync(TickedPiece row, Verb verb, Actor actor, Decision decision, CancellationToken ct)
    {
        var (piece, now) = (await db.GetAsync(row.Id, ct), clock.GetUtcNow());
        db.ChangeTracker.Clear();
        piece.MustBe(row.Seen);
        if (piece.Claim?.IsHeldBy(actor, now) is not true)
            piece.Take(actor, now, null);
        return DecisionPreview.Of(piece, verb, actor, now, decision);
    }
}
