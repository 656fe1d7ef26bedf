using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Where finished ladders go, and what they are made from comes from.</summary>
public sealed class LadderShelf(PortalDb db, IBlobStore store)
{
    /// <summary>A local copy of a file of the store.</summary>
    public Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct) => store.BorrowAsync(key, ct);

    /// <summary>Ends a job that has nothing to do; saves what is pending.</summary>
    public Task EndAsync(JobContext job, CancellationToken ct) => job.CompleteAsync(db, ct);

    /// <summary>Moves the files of a folder into the store, shows them by one row update that ends the job, then removes those they replace.</summary>
    /// <exception cref="JobLostException">The job was taken over; nothing was published.</exception>
    public async Task PublishAsync(JobContext job, Commission commission, JobFolder folder, IReadOnlyList<string> files, CancellationToken ct)
    {
        var asset = commission.Asset;
        var former = asset.Find(RenditionKind.Ladder);
        var shelf = new RenditionShelf(db, store);
        long bytes = 0;
        foreach (var file in files)
            bytes += await shelf.MoveAsync(asset.Id, job.Attempt, folder.File(file), ct);
        var (width, height) = (LadderShape.Of(commission.Facts, commission.Order).Rungs[0].Width, LadderShape.Of(commission.Facts, commission.Order).Rungs[0].Height);
        await shelf.CompleteAsync(job, asset, new Rendition(RenditionKind.Ladder, job.Attempt, LadderPlan.Master, files, width, height, bytes) { Label = commission.Label }, ct);
        if (former is not null && former.Attempt != job.Attempt)
            await RemoveAsync(asset.Id, former.Attempt, former.Files, ct);
    }

    /// <summary>Removes files that no row names any more.</summary>
    public async Task RemoveAsync(Guid assetId, long attempt, IEnumerable<string> files, CancellationToken ct)
    {
        foreach (var file in files)
            await store.DeleteAsync(BlobKey.Rendition(assetId, attempt, file), ct);
    }
}
