using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Keeps what an editor has seen of a piece, each for themselves.</summary>
public sealed class RememberLook(PortalDb db, TimeProvider clock)
{
    /// <summary>A look this young is not written again: pages are opened often.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(5);

    /// <summary>The page with this version is before the editor's eyes.</summary>
    /// <returns>Null for nobody of the newsroom.</returns>
    public async Task<Look?> RunAsync(Submission piece, Actor actor, CancellationToken ct)
    {
        if (actor.EditorId is not { } editor)
            return null;
        var (now, version) = (clock.GetUtcNow(), piece.Versions.Count);
        var look = await db.Looks.SingleOrDefaultAsync(row => row.SubmissionId == piece.Id && row.EditorId == editor, ct);
        if (look is not null && look.Version == version && now - look.At < Young)
            return look;
        if (look is null)
            db.Add(look = Look.First(piece.Id, editor, version, now));
        else
            look.Again(version, now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException second) when (!second.IsOfConnection) // another window of the same person at this moment
        {
            db.ChangeTracker.Clear();
        }
        return look;
    }
}
