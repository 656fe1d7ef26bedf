using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Ends a lending before its time: whoever may lend may, and who stands in may give it back.</summary>
public sealed class EndLending(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, <c>lending-not-yours</c>, <c>lending-over</c>.</exception>
    public async Task<StandIn> RunAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var row = await db.StandIns.FindAsync([id], ct) ?? throw new RefusedException("not-found");
        if (row.EditorId != actor.EditorId && !DutyRoster.MayLend(actor.Own))
            throw new RefusedException(DutyRefusals.NotYours);
        if (!row.End(actor.Name, clock.GetUtcNow()))
            throw new RefusedException(DutyRefusals.Over);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException) // somebody was faster
        {
            throw new RefusedException(DutyRefusals.Over);
        }
        return row;
    }
}
