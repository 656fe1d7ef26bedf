using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>Looks at a stored original once: facts and a poster, or a refusal the reader is told of.</summary>
public sealed class InspectAsset(
    PortalDb db, IBlobStore store, Probe probe, KeepPoster posters, FairPlace places, TimeProvider time) : IJobHandler
{
    /// <inheritdoc />
    public JobKind Kind => JobKind.InspectAsset;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(row => row.Id == job.AssetId, ct);
        if (asset is { State: AssetState.Inspecting, Stored: true })
            await InspectAsync(asset, job, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task InspectAsync(Asset asset, JobContext job, CancellationToken ct)
    {
        await job.ReportAsync(0.1, "正在检查视频", ct);
        await using var original = await store.BorrowAsync(BlobKey.Original(asset.Id), ct);
        var judged = await probe.InspectAsync(original.Path, ct);
        if (judged.Facts is { } facts)
            await AcceptAsync(asset, facts, judged.Restricted, original.Path, job, ct);
        else
            await RefuseAsync(asset, judged.RefusalCode!, ct);
    }

    private async Task AcceptAsync(Asset asset, VideoFacts facts, RestrictedTags? restricted, string path, JobContext job, CancellationToken ct)
    {
        await job.ReportAsync(0.5, "正在截取封面", ct);
        var inspection = new Inspection(
            facts.ToJson(), FactsLine.Of(facts), restricted is { IsEmpty: false } ? restricted.ToJson() : null,
            facts.DurationSeconds, facts.PlayableInBrowser, EditorMarks.Of(facts), await posters.RunAsync(asset, facts, path, job, ct));
        asset.Accept(inspection, await places.OfProxyAsync(asset, facts, ct), time.GetUtcNow());
    }

    // A reader who is still filling in the form sees the refusal there; later it needs a letter.
    private async Task RefuseAsync(Asset asset, string code, CancellationToken ct)
    {
        asset.Reject(code);
        var now = time.GetUtcNow();
        var submission = await db.Submissions.SingleAsync(row => row.Id == asset.SubmissionId, ct);
        if (submission.State is not State.Draft)
            submission.Write(LetterKind.FilmRefused, null, now, now, asset.Id);
    }
}
