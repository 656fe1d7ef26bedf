using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Films that a reader has uploaded into a draft of its own become files of a piece that is there already.</summary>
public sealed class BringFilms(PortalDb db, TimeProvider clock)
{
    /// <summary>Moves them with their jobs, within the caller's transaction. A job that runs meanwhile finds another row version and begins anew.</summary>
    /// <param name="draftId">The page's draft, or null.</param>
    /// <param name="ownerHash">SHA-256 of the browser's upload cookie, or null.</param>
    /// <returns>How many. What is tracked of them is out of date afterwards.</returns>
    /// <exception cref="RefusedException"><c>upload-unfinished</c></exception>
    public async Task<int> RunAsync(Guid pieceId, Guid? draftId, string? ownerHash, CancellationToken ct)
    {
        if (draftId is not { } draft || ownerHash is null || draft == pieceId)
            return 0;
        if (!await db.Submissions.AnyAsync(piece => piece.Id == draft && piece.OwnerHash == ownerHash && piece.State == State.Draft, ct))
            return 0;
        var films = db.Assets.Where(asset => asset.SubmissionId == draft && asset.State != AssetState.Purged);
        if (await films.AnyAsync(asset => asset.Sha256 == null, ct))
            throw new RefusedException("upload-unfinished");
        var ids = await films.Select(asset => asset.Id).ToListAsync(ct);
        await db.Jobs.Where(job => ids.Contains(job.AssetId!.Value)).ExecuteUpdateAsync(set => set.SetProperty(job => job.SubmissionId, (Guid?)pieceId), ct);
        var brought = await films.ExecuteUpdateAsync(set => set
            .SetProperty(asset => asset.SubmissionId, pieceId).SetProperty(asset => asset.RowVersion, asset => asset.RowVersion + 1), ct);
        if (brought > 0)
            await db.AwaitNoMoreAsync(pieceId, clock.GetUtcNow(), ct);
        return brought;
    }
}
