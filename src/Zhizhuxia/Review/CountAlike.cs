using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Counts what is still to be decided about a piece; a pair whose other piece was closed as a duplicate or as spam needs no word any more.</summary>
internal static class CountAlike
{
    /// <summary>Within the caller's transaction, after its changes are saved.</summary>
    public static async Task CountAlikeAsync(this PortalDb db, IReadOnlyCollection<Guid> pieces, CancellationToken ct)
    {
        await db.Submissions.Where(piece => pieces.Contains(piece.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(piece => piece.UndecidedAlike, piece => db.Resemblances.Count(pair =>
                pair.IsStrong && pair.State == ResemblanceState.Suggested && (pair.OneId == piece.Id || pair.OtherId == piece.Id)
                && db.Submissions.Any(other => other.Id == (pair.OneId == piece.Id ? pair.OtherId : pair.OneId)
                    && other.Closing != CloseReason.Duplicate && other.Closing != CloseReason.Spam))), ct);
        await db.RenewQueueAsync(pieces, ct);
    }
}
