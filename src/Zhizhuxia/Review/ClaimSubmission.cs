using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor takes a piece to read (认领), or takes it over with a reason (接手).</summary>
public sealed class ClaimSubmission(PortalDb db, TimeProvider clock)
{
    /// <param name="reason">Needed only when a colleague's claim is alive.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>stale</c> when two claim at once, or as <see cref="Claims.Take"/>.</exception>
    public async Task RunAsync(Guid id, Actor actor, string? reason, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        piece.Take(actor, clock.GetUtcNow(), reason);
        await db.SaveAsync(piece, ct);
    }
}
