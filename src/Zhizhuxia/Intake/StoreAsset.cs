using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>Takes a finished upload into the store; the inspection follows.</summary>
public sealed class StoreAsset(PortalDb db, IUploadArea area, AssetBytes bytes, TimeProvider clock) : IJobHandler
{
    public JobKind Kind => JobKind.StoreAsset;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(asset => asset.Id == job.AssetId, ct);
        if (asset is { State: AssetState.Inspecting, Stored: false })
        {
            var upload = await db.Uploads.AsNoTracking().SingleAsync(upload => upload.AssetId == asset.Id, ct);
            await area.PromoteAsync(upload.Id, asset.Length, BlobKey.Original(asset.Id), ct);
            asset.Store(clock.GetUtcNow());
        }
        else if (asset is { State: AssetState.Purged })
        {
            await bytes.RemoveAsync(asset, null, ct); // taken back while an earlier attempt was storing it
        }
        await job.CompleteAsync(db, ct);
    }
}
