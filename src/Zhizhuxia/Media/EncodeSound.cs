using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Encodes a long film's sound in one piece: measured over its whole length, then raised or lowered by one gain.</summary>
public sealed class EncodeSound(
    PortalDb db, LadderParts parts, LadderShelf shelf, SoundFolder sound, IBlobStore store, IOptions<StorageOptions> storage) : IJobHandler
{
    /// <inheritdoc />
    public JobKind Kind => JobKind.EncodeSound;

    /// <inheritdoc />
    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        if (await parts.FindAsync(job, ct) is var (part, commission))
            await EncodeAsync(part, commission, job, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task EncodeAsync(LadderPart part, Commission commission, JobContext job, CancellationToken ct)
    {
        await using var original = await shelf.BorrowAsync(BlobKey.Original(part.AssetId), ct);
        using var folder = JobFolder.Open(storage, job);
        var plan = await sound.MakeAsync(commission, original.Path, folder.Path, (share, inner) => job.ReportAsync(share, "正在制作声音", inner), ct);
        await new RenditionShelf(db, store).KeepPartAsync(part, plan, folder, job, ct);
    }
}
