using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Which files of a draft are there, for a page that was loaded anew.</summary>
public sealed class DraftQuery(PortalDb db, TimeProvider clock)
{
    /// <returns>In the order they were begun; empty if there is no such draft of this browser, or it has been submitted.</returns>
    public async Task<IReadOnlyList<DraftFile>> FilesAsync(Guid draftId, string? ownerHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Uploads.AsNoTracking()
            .Where(upload => upload.OwnerHash == ownerHash && upload.Asset!.SubmissionId == draftId && upload.Asset.State != AssetState.Purged
                && (upload.Offset == upload.Length || upload.ExpiresAt > now)
                && db.Submissions.Any(piece => piece.Id == draftId && piece.State == State.Draft))
            .OrderBy(upload => upload.CreatedAt)
            .Select(upload => new DraftFile(upload.Token, upload.Asset!.FileName, upload.Length, upload.Offset, upload.Asset.State, upload.Asset.RefusalCode))
            .ToListAsync(ct);
    }
}

/// <param name="Token">Last segment of the upload's address.</param>
/// <param name="Length">Bytes in all.</param>
/// <param name="Offset">Bytes that are here.</param>
/// <param name="RefusalCode">Why it cannot be used, or null.</param>
public sealed record DraftFile(string Token, string Name, long Length, long Offset, AssetState State, string? RefusalCode);
