using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>下线: nobody can watch the piece from the moment of the commit; its address shows a tombstone.</summary>
public sealed class TakeDown(PortalDb db, TimeProvider clock)
{
    /// <param name="seen">The page the editor had before them.</param>
    /// <param name="decision">The reason as <see cref="Decision.Comment"/>, and the mail as changed.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>stale</c>, or as <see cref="Submission.Apply"/>.</exception>
    public async Task<Step> RunAsync(Guid id, Actor actor, Seen seen, Decision decision, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        if (seen.WasUsedBy(piece, actor, Verb.TakeDown))
            return piece.History[^1];
        piece.MustBe(seen);
        var step = piece.Apply(Verb.TakeDown, actor, clock.GetUtcNow(), decision);
        await db.SaveAsync(piece, ct);
        return step;
    }
}
