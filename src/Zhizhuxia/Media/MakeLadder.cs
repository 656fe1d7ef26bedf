using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>
/// Makes what readers see of an adopted piece: all sizes from one decode, verified, published by one row update. A film that
/// one worker would take long for is cut into parts instead, which all workers make.
/// </summary>
public sealed class MakeLadder(
    Commissions commissions, LadderParts parts, LadderShelf shelf, LadderFolder ladder, MeasureLoudness loudness, IOptions<StorageOptions> storage) : IJobHandler
{
    private const string Note = "正在制作刊发版";

    /// <inheritdoc />
    public JobKind Kind => JobKind.MakeLadder;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        if (await commissions.FindAsync(job.AssetId, ct) is not { } commission)
            await shelf.EndAsync(job, ct);
        else if (parts.Cut(commission) is { Count: > 1 } ranges)
            await parts.PlanAsync(commission, ranges, job, ct);
        else
            await MakeAsync(commission, job, ct);
    }

    private async Task MakeAsync(Commission commission, JobContext job, CancellationToken ct)
    {
        await using var original = await shelf.BorrowAsync(BlobKey.Original(commission.Asset.Id), ct);
        using var folder = JobFolder.Open(storage, job);
        await job.ReportAsync(0, Note, ct);
        var gain = SoundGain.For(Loudness.Of(commission.Asset) ?? await loudness.RunAsync(commission.Facts, original.Path, ct));
        var files = await ladder.MakeAsync(
            commission.Facts, commission.Order with { GainDecibels = gain }, commission.Mark, original.Path, folder.Path,
            (share, inner) => job.ReportAsync(share, Note, inner), ct);
        await shelf.PublishAsync(job, commission, folder, files, ct);
    }
}
