using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor says of two pieces that they are related, or not the same. 并入 is a decision about the piece: <see cref="Verb.Duplicate"/>.</summary>
public sealed class DecideResemblance(PortalDb db, TimeProvider clock)
{
    /// <param name="id">The piece whose page it is said on.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>only-editor1</c>, <c>own-piece</c>, <c>alike-merged</c>, <c>alike-decided</c>.</exception>
    public async Task RunAsync(Guid id, Guid other, ResemblanceState state, Actor actor, CancellationToken ct)
    {
        var pair = await db.Resemblances.SingleOrDefaultAsync(row => row.OneId == id && row.OtherId == other || row.OneId == other && row.OtherId == id, ct)
            ?? throw new RefusedException("not-found");
        if (!actor.Is(Performer.Editor1) && !actor.Is(Performer.Senior))
            throw new RefusedException(Workflow.RoleCode(Performer.Editor1));
        var now = clock.GetUtcNow();
        var pieces = await db.Submissions.AsNoTracking().Where(piece => piece.Id == id || piece.Id == other).ToListAsync(ct);
        if (pieces.Exists(piece => !Guards.NotOwn.Holds(new(piece, actor, Decision.Plain, now))))
            throw new RefusedException(Guards.NotOwn.Code);
        pair.Decide(state, actor, now);
        await SaveAsync([id, other], ct);
    }

    private async Task SaveAsync(Guid[] pieces, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("alike-decided");
        }
        await db.CountAlikeAsync(pieces, ct);
        await transaction.CommitAsync(ct);
    }
}
