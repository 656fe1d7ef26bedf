using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor gives a claimed piece back (交还).</summary>
public sealed class GiveBackSubmission(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, <c>not-claimed</c>, <c>stale</c>.</exception>
    public async Task RunAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        piece.GiveBack(actor, clock.GetUtcNow());
        await db.SaveAsync(piece, ct);
    }
}
