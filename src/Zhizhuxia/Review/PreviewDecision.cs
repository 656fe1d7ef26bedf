using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// What a decision would do: it is done to a copy in memory, by the same table, and never saved. So the letter that is shown is the letter that will go.
/// </summary>
public sealed class PreviewDecision(PortalDb db, FindOther others, TimeProvider clock)
{
    /// <exception cref="RefusedException">The decision would be refused, for the same reason.</exception>
    public async Task<DecisionPreview> RunAsync(Guid id, Verb verb, Actor actor, Seen seen, Decision decision, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        db.ChangeTracker.Clear();
        piece.MustBe(seen);
        return DecisionPreview.Of(piece, verb, actor, clock.GetUtcNow(), await others.CompleteAsync(decision, piece, ct));
    }
}
