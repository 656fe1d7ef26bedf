using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The reader takes a file back before 提交: space and place in the draft are free again.</summary>
public sealed class DropUpload(PortalDb db, AssetBytes bytes, LiveUploads live, IOptions<IntakeOptions> options)
{
    /// <param name="upload">As <see cref="UploadQuery"/> found it.</param>
    /// <exception cref="RefusedException"><c>upload-busy</c>: a request did not stop writing; <c>upload-gone</c>.</exception>
    public async Task RunAsync(Upload upload, CancellationToken ct)
    {
        using var pen = await live.Of(upload.Id).TakeAsync(options.Value.TakeOverWithin, ct) ?? throw new RefusedException("upload-busy");
        var asset = await PurgeAsync(upload, ct);
        await bytes.RemoveAsync(asset, upload.Id, CancellationToken.None);
        asset.Forget();
        await db.SaveChangesAsync(CancellationToken.None);
        live.Forget(upload.Id);
    }

    /// <summary>A job that works on the file meanwhile changes the row too: then once more on what it has left.</summary>
    private async Task<Asset> PurgeAsync(Upload upload, CancellationToken ct)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var asset = await db.Assets.SingleOrDefaultAsync(asset => asset.Id == upload.AssetId, ct);
            if (asset is null || asset.State is AssetState.Purged)
                throw new RefusedException("upload-gone");
            asset.Purge();
            try
            {
                await db.SaveChangesAsync(ct);
                return asset;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Read again.
            }
        }
    }
}
