using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>Loading and saving a piece when several people may act on it at once: one wins, the others hear who it was.</summary>
public static class PieceChanges
{
    /// <exception cref="RefusedException"><c>not-found</c></exception>
    public static async Task<Submission> GetAsync(this PortalDb db, Guid id, CancellationToken ct) =>
        await db.LoadAsync(id, ct) ?? throw new RefusedException("not-found");

    /// <summary>Whether the piece still is what the person saw.</summary>
    /// <exception cref="RefusedException"><c>stale</c> with the name and the words of what was done meanwhile.</exception>
    public static void MustBe(this Submission piece, Seen seen)
    {
        if (piece.RowVersion != seen.Version)
            throw Stale(piece, seen.Steps);
    }

    /// <summary>Commits what was done to the piece. The one place where a lost race becomes a refusal.</summary>
    /// <exception cref="RefusedException"><c>stale</c>: somebody was faster, nothing was saved.</exception>
    public static async Task SaveAsync(this PortalDb db, Submission piece, CancellationToken ct)
    {
        var version = db.Entry(piece).Property(row => row.RowVersion).OriginalValue;
        var steps = StepsOf(db, piece);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) // the token, or the number of the step, depending on which statement came first
        {
            db.ChangeTracker.Clear();
            var current = await db.LoadAsync(piece.Id, ct);
            if (current is null || current.RowVersion == version)
                throw;
            throw Stale(current, steps);
        }
    }

    /// <summary>How many steps the row as it was read stands for. The history is read after it, and may know more: what goes beyond its state was done meanwhile.</summary>
    private static int StepsOf(PortalDb db, Submission piece)
    {
        var state = db.Entry(piece).Property(row => row.State).OriginalValue;
        return piece.History.FindLastIndex(step => step.To == state && db.Entry(step).State is not EntityState.Added and not EntityState.Detached) + 1;
    }

    private static RefusedException Stale(Submission piece, int stepsSeen)
    {
        if (piece.History.Count > stepsSeen && piece.History.LastOrDefault() is { } last)
            return new("stale", last.ActorName, $"{DeskWords.Of(last.Verb)}，{Beijing.Minute(last.At)}");
        return piece.Claim is { } claim
            ? new("stale", claim.Name, $"认领，{Beijing.Minute(claim.At)}")
            : new("stale", "同事", "交还了稿件");
    }
}
