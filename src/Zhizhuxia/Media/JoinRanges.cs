using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Joins the parts of a long film's ladder when all are there; copies, verifies, publishes.</summary>
public sealed class JoinRanges(
    PortalDb db, Commissions commissions, LadderParts parts, LadderShelf shelf, JoinFolder join, IOptions<StorageOptions> storage) : IJobHandler
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public JobKind Kind => JobKind.JoinRanges;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        if (await commissions.FindAsync(job.AssetId, ct) is not { } commission || await parts.OfAsync(commission, ct) is not { Count: > 0 } found)
        {
            await parts.DropAsync(job, job.AssetId, ct);
            return;
        }
        var done = found.Count(part => part.IsDone);
        await job.ReportAsync((double)done / found.Count, $"分段制作刊发版：{done}/{found.Count} 段已完成", ct);
        if (done < found.Count)
            throw new JobPostponedException("等待其余分段", AskAgain);
        await JoinAsync(commission, found, job, ct);
    }

    private async Task JoinAsync(Commission commission, List<LadderPart> found, JobContext job, CancellationToken ct)
    {
        await using var borrowed = new BorrowedFiles(shelf);
        using var folder = JobFolder.Open(storage, job);
        var files = await join.MakeAsync(
            commission, found, borrowed, folder.Path, (share, inner) => job.ReportAsync(share, "正在合成刊发版", inner), ct);
        db.LadderParts.RemoveRange(found);
        await shelf.PublishAsync(job, commission, folder, files, ct);
        await parts.RemoveFilesAsync(found, ct);
    }
}
