using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Makes what editors watch when their browser cannot play the original; it can be watched while it is being made.</summary>
public sealed class MakeProxy(
    PortalDb db, IBlobStore store, PatientTranscode transcode, IOptions<MediaOptions> options, IOptions<StorageOptions> storage) : IJobHandler
{
    private const string Note = "正在制作审看版";

    /// <inheritdoc />
    public JobKind Kind => JobKind.MakeProxy;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(row => row.Id == job.AssetId, ct);
        if (asset is { State: AssetState.Ready, PlayableInBrowser: false, Facts: not null } && !IsWhole(asset.Find(RenditionKind.Proxy)))
            await MakeAsync(asset, job, ct);
        else
            await job.CompleteAsync(db, ct);
    }

    private static bool IsWhole(Rendition? proxy) => proxy?.Entry == TranscodePlan.Playlist(ProxyPlan.Name);

    private async Task MakeAsync(Asset asset, JobContext job, CancellationToken ct)
    {
        var plan = ProxyPlan.For(VideoFacts.FromJson(asset.Facts!), options.Value);
        await using var original = await store.BorrowAsync(BlobKey.Original(asset.Id), ct);
        using var folder = JobFolder.Open(storage, job);
        var shelf = new RenditionShelf(db, store);
        var growing = new GrowingProxy(shelf, asset, job.Attempt, plan.Outputs[0], folder.Path);
        await transcode.RunAsync(
            plan, original.Path, folder.Path,
            async (share, inner) =>
            {
                await growing.ShowNewAsync(inner);
                await job.ReportAsync(share, Note, inner);
            },
            ct);
        await shelf.CompleteAsync(job, asset, await growing.FinishAsync(ct), ct);
    }
}
