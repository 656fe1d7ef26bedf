using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Puts finished files into the store under the attempt's name and publishes them by one update of the asset's row.</summary>
public sealed class RenditionShelf(PortalDb db, IBlobStore store)
{
    private const int Rounds = 5;

    /// <summary>Stores a copy of a local file. A leftover of an attempt that was never published is replaced.</summary>
    /// <returns>Bytes stored.</returns>
    public async Task<long> StoreAsync(Guid assetId, long attempt, string path, CancellationToken ct)
    {
        var key = BlobKey.Rendition(assetId, attempt, Path.GetFileName(path));
        await using var file = File.OpenRead(path);
        try
        {
            return await store.WriteAsync(key, file, ct);
        }
        catch (BlobExistsException)
        {
            await store.DeleteAsync(key, ct);
            file.Position = 0;
            return await store.WriteAsync(key, file, ct);
        }
    }

    /// <summary>Moves a finished local file into the store; as <see cref="StoreAsync"/> otherwise.</summary>
    /// <returns>Bytes stored.</returns>
    public async Task<long> MoveAsync(Guid assetId, long attempt, string path, CancellationToken ct)
    {
        var key = BlobKey.Rendition(assetId, attempt, Path.GetFileName(path));
        var bytes = new FileInfo(path).Length;
        try
        {
            await store.ImportAsync(key, path, ct);
        }
        catch (BlobExistsException)
        {
            await store.DeleteAsync(key, ct);
            await store.ImportAsync(key, path, ct);
        }
        return bytes;
    }

    /// <summary>Moves the outputs of a ladder's part into the store and notes them in its row, which the end of the job saves.</summary>
    public async Task KeepPartAsync(LadderPart part, TranscodePlan plan, JobFolder folder, JobContext job, CancellationToken ct)
    {
        var files = new Dictionary<string, string>();
        foreach (var output in plan.Outputs)
        {
            var named = folder.File(part.FileName(output.Name));
            File.Move(folder.File(output.File), named);
            await job.EnsureMineAsync(ct);
            await MoveAsync(part.AssetId, job.Attempt, named, ct);
            files[output.Name] = Path.GetFileName(named);
        }
        part.Finish(job.Attempt, files);
    }

    /// <summary>Shows a rendition that is still growing; when somebody else changed the row, the next time will do.</summary>
    public async Task ShowAsync(Asset asset, Rendition growing, CancellationToken ct)
    {
        asset.Add(growing);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(asset).ReloadAsync(ct);
        }
    }

    /// <summary>Publishes a rendition and ends the job, in one transaction; another job's change of the same row is taken in first.</summary>
    /// <exception cref="JobLostException">The job was taken over; nothing was published.</exception>
    public Task CompleteAsync(JobContext job, Asset asset, Rendition finished, CancellationToken ct) =>
        CompleteAsync(job, asset, row => row.Add(finished), ct);

    /// <summary>The same for several things of one job.</summary>
    /// <param name="publish">Changes the row; called again on the row as it is now when another job was faster.</param>
    /// <exception cref="JobLostException">The job was taken over; nothing was published.</exception>
    public async Task CompleteAsync(JobContext job, Asset asset, Action<Asset> publish, CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            publish(asset);
            try
            {
                await job.CompleteAsync(db, ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (round < Rounds)
            {
                await db.Entry(asset).ReloadAsync(ct);
            }
        }
    }
}
