using Zhizhuxia.Assets;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>Removes the bytes of an asset that is not to be used any more, after its row says so. Done twice is done once.</summary>
public sealed class AssetBytes(IUploadArea area, IBlobStore store)
{
    /// <param name="uploadId">Its upload, or null if it did not come by one.</param>
    public async Task RemoveAsync(Asset asset, Guid? uploadId, CancellationToken ct)
    {
        if (uploadId is { } id)
            await area.DeleteAsync(id, ct);
        await store.DeleteAsync(BlobKey.Original(asset.Id), ct);
        await foreach (var key in store.ListAsync($"renditions/{asset.Id:N}/", ct))
            await store.DeleteAsync(key, ct);
    }
}
