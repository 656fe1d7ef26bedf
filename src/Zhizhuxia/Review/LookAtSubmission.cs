using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>The holder of the claim has the material before them: the reader sees 审看中, and the lease begins anew.</summary>
public sealed class LookAtSubmission(PortalDb db, TimeProvider clock)
{
    /// <summary>A lease this young is not written again: pages are opened often.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(5);

    /// <summary>Does nothing for people who do not hold the claim, or when somebody changes the piece at this moment.</summary>
    public async Task RunAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var piece = await db.Submissions.SingleOrDefaultAsync(row => row.Id == id, ct);
        if (piece?.Claim?.IsHeldBy(actor, now) is not true || (piece.FirstLookAt is not null && now - piece.Claim.At < Young))
            return;
        piece.LookAt(actor, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }
}
