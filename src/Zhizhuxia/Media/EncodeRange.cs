using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Encodes one range of a long film's pictures in all sizes; a worker that is lost costs this one range.</summary>
public sealed class EncodeRange(
    PortalDb db, IBlobStore store, LadderParts parts, PatientTranscode transcode, IOptions<MediaOptions> options, IOptions<StorageOptions> storage) : IJobHandler
{
    /// <inheritdoc />
    public JobKind Kind => JobKind.EncodeRange;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        if (await parts.FindAsync(job, ct) is var (part, commission))
            await EncodeAsync(part, commission, job, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task EncodeAsync(LadderPart part, Commission commission, JobContext job, CancellationToken ct)
    {
        var plan = RangePlan.Pictures(commission.Facts, commission.Order, new FrameRange(part.Number, part.FirstFrame, part.Frames), options.Value);
        await using var original = await store.BorrowAsync(BlobKey.Original(part.AssetId), ct);
        using var folder = JobFolder.Open(storage, job);
        await transcode.RunAsync(plan, original.Path, folder.Path, (share, inner) => job.ReportAsync(share, "正在制作刊发版", inner), ct);
        await new RenditionShelf(db, store).KeepPartAsync(part, plan, folder, job, ct);
    }
}
