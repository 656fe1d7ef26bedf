using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>Makes what readers see of an adopted piece: all sizes from one decode, verified, published by one row update.</summary>
public sealed class MakeLadder(
    PortalDb db, IBlobStore store, PatientTranscode transcode, IOptions<MediaOptions> options, IOptions<StorageOptions> storage) : IJobHandler
{
    private const string Note = "正在制作刊发版";

    /// <inheritdoc />
    public JobKind Kind => JobKind.MakeLadder;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(row => row.Id == job.AssetId, ct);
        if (asset is { State: AssetState.Ready, Facts: not null } && asset.Find(RenditionKind.Ladder) is null && await IsWantedAsync(asset, ct))
            await MakeAsync(asset, job, ct);
        else
            await job.CompleteAsync(db, ct);
    }

    // An adopted piece may go back to review before its turn comes.
    private Task<bool> IsWantedAsync(Asset asset, CancellationToken ct) => db.Submissions.AnyAsync(
        row => row.Id == asset.SubmissionId && (row.State == State.Adopted || row.State == State.Published || row.State == State.TakenDown), ct);

    private async Task MakeAsync(Asset asset, JobContext job, CancellationToken ct)
    {
        var plan = LadderPlan.For(VideoFacts.FromJson(asset.Facts!), new LadderOrder(Submissions.AiLabel.None, 0), options.Value);
        await using var original = await store.BorrowAsync(BlobKey.Original(asset.Id), ct);
        using var folder = JobFolder.Open(storage, job);
        await transcode.RunAsync(plan, original.Path, folder.Path, (share, inner) => job.ReportAsync(share, Note, inner), ct);
        await LadderPlan.WriteMasterAsync(plan, folder.Path, ct);
        var shelf = new RenditionShelf(db, store);
        long bytes = 0;
        var files = Directory.EnumerateFiles(folder.Path).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
            bytes += await shelf.MoveAsync(asset.Id, job.Attempt, file, ct);
        var top = plan.Outputs[0];
        var ladder = new Rendition(
            RenditionKind.Ladder, job.Attempt, LadderPlan.Master, [.. files.Select(file => Path.GetFileName(file))], top.Width, top.Height, bytes);
        await shelf.CompleteAsync(job, asset, ladder, ct);
    }
}
