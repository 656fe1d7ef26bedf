using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Finds an upload for the browser that began it.</summary>
public sealed class UploadQuery(PortalDb db, TimeProvider clock)
{
    /// <returns>A copy of the row as it is now; not tracked.</returns>
    /// <exception cref="RefusedException">
    /// <c>not-found</c>: there is none, or it is another browser's (the same answer). <c>upload-gone</c>: submitted, taken back or expired.
    /// </exception>
    public async Task<Upload> FindAsync(string token, string? ownerHash, CancellationToken ct)
    {
        var found = await db.Uploads.AsNoTracking().Where(upload => upload.Token == token && upload.OwnerHash == ownerHash)
            .Select(upload => new
            {
                Upload = upload,
                upload.Asset!.State,
                Piece = db.Submissions.Where(piece => piece.Id == upload.Asset!.SubmissionId).Select(piece => piece.State).Single(),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null || ownerHash is null)
            throw new RefusedException("not-found");
        var expired = !found.Upload.Ended && found.Upload.ExpiresAt <= clock.GetUtcNow();
        if (expired || found.State is AssetState.Purged || found.Piece is not State.Draft)
            throw new RefusedException("upload-gone");
        return found.Upload;
    }
}
