using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>
/// Makes what editors review, in one decode: a proxy that can be watched while it is being made, and with its end the
/// storyboard, stills for a cover and the findings. A film that plays by itself gets them too, when nothing else is to do.
/// </summary>
public sealed class MakeProxy(
    PortalDb db, IBlobStore store, PatientTranscode transcode, KeepPrint prints, IOptions<MediaOptions> options, IOptions<StorageOptions> storage) : IJobHandler
{
    private const string Note = "正在制作审看版和预览图";

    /// <inheritdoc />
    public JobKind Kind => JobKind.MakeProxy;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(row => row.Id == job.AssetId, ct);
        if (asset is { State: AssetState.Ready, Facts: not null } && !IsDone(asset))
            await MakeAsync(asset, job, ct);
        else if (asset is { State: AssetState.Ready, Facts: not null } && !await prints.IsKeptAsync(asset, ct))
            await PrintAsync(asset, job, ct);
        else
            await job.CompleteAsync(db, ct);
    }

    private static bool IsDone(Asset asset) =>
        asset.Findings is not null && asset.Find(RenditionKind.Proxy)?.Entry == TranscodePlan.Playlist(ProxyPlan.Name);

    private async Task MakeAsync(Asset asset, JobContext job, CancellationToken ct)
    {
        var facts = VideoFacts.FromJson(asset.Facts!);
        var plan = ProxyPlan.For(facts, options.Value);
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
        var findings = await new FindingsReader(facts.Video, facts.DurationSeconds, folder.Path).ReadAsync(ct);
        IReadOnlyList<Rendition> made =
            [await growing.FinishAsync(ct), .. await new FindingsShelf(shelf, asset.Id, job.Attempt, folder.Path).StoreAsync(facts.Video, findings, ct)];
        await prints.StageAsync(asset, folder.Path, ct);
        await shelf.CompleteAsync(job, asset, row => Publish(row, made, findings), ct);
    }

    /// <summary>A proxy of the time before fingerprints.</summary>
    private async Task PrintAsync(Asset asset, JobContext job, CancellationToken ct)
    {
        await using var original = await store.BorrowAsync(BlobKey.Original(asset.Id), ct);
        using var folder = JobFolder.Open(storage, job);
        var plan = PrintPlan.For(VideoFacts.FromJson(asset.Facts!), options.Value);
        await transcode.RunAsync(plan, original.Path, folder.Path, (share, inner) => job.ReportAsync(share, Note, inner), ct);
        await prints.StageAsync(asset, folder.Path, ct);
        await job.CompleteAsync(db, ct);
    }

    private static void Publish(Asset asset, IReadOnlyList<Rendition> made, ReviewFindings findings)
    {
        if (asset.State is not AssetState.Ready) // purged meanwhile: its bytes are on their way out
            return;
        foreach (var rendition in made)
            asset.Add(rendition);
        asset.Note(findings.ToJson());
    }
}
