using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>The parts of long films' ladders: planned, found and dropped.</summary>
public sealed class LadderParts(PortalDb db, Commissions commissions, LadderShelf shelf, IOptions<MediaOptions> options, TimeProvider time)
{
    /// <summary>The ranges of a film; a single one when it is short.</summary>
    public IReadOnlyList<FrameRange> Cut(Commission commission) =>
        FrameRange.Cut(commission.Facts, LadderShape.Of(commission.Facts, commission.Order), options.Value);

    /// <summary>Writes the parts with a job for each and one that joins them, and ends the planning job, in one transaction. A second time nothing is added.</summary>
    public async Task PlanAsync(Commission commission, IReadOnlyList<FrameRange> ranges, JobContext job, CancellationToken ct)
    {
        var plan = commissions.PlanHash(commission);
        var known = await db.LadderParts.Where(part => part.AssetId == commission.Asset.Id).ToListAsync(ct);
        var stale = known.Where(part => part.PlanHash != plan).ToList();
        db.LadderParts.RemoveRange(stale);
        if (known.Count == stale.Count)
            Add(commission, ranges, plan);
        await job.CompleteAsync(db, ct);
        await RemoveFilesAsync(stale, ct);
    }

    /// <summary>The parts of a film by its present plan, in the order of the film, tracked.</summary>
    public Task<List<LadderPart>> OfAsync(Commission commission, CancellationToken ct)
    {
        var plan = commissions.PlanHash(commission);
        return db.LadderParts.Where(part => part.AssetId == commission.Asset.Id && part.PlanHash == plan)
            .OrderBy(part => part.Kind).ThenBy(part => part.Number).ToListAsync(ct);
    }

    /// <summary>The part a job makes; null when it is made or wanted no more.</summary>
    public async Task<(LadderPart Part, Commission Commission)?> FindAsync(JobContext job, CancellationToken ct)
    {
        var part = await db.LadderParts.SingleOrDefaultAsync(row => row.Id == job.PartId && row.Attempt == null, ct);
        return part is not null && await commissions.FindAsync(part.AssetId, ct) is { } commission && commissions.PlanHash(commission) == part.PlanHash
            ? (part, commission)
            : null;
    }

    /// <summary>Removes all parts of a film with the end of the job, then their files.</summary>
    public async Task DropAsync(JobContext job, Guid? assetId, CancellationToken ct)
    {
        var parts = await db.LadderParts.Where(part => part.AssetId == assetId).ToListAsync(ct);
        db.LadderParts.RemoveRange(parts);
        await job.CompleteAsync(db, ct);
        await RemoveFilesAsync(parts, ct);
    }

    /// <summary>Removes the files of parts whose rows are gone.</summary>
    public async Task RemoveFilesAsync(IEnumerable<LadderPart> parts, CancellationToken ct)
    {
        foreach (var part in parts.Where(part => part.IsDone))
            await shelf.RemoveAsync(part.AssetId, part.Attempt!.Value, part.Files.Values, ct);
    }

    private void Add(Commission commission, IReadOnlyList<FrameRange> ranges, string plan)
    {
        var (asset, now) = (commission.Asset, time.GetUtcNow());
        var length = WorkEstimate.Ladder(commission.Facts, LadderShape.Of(commission.Facts, commission.Order), options.Value).TotalSeconds;
        foreach (var range in ranges)
        {
            Order(JobKind.EncodeRange, range.Number, length / ranges.Count, new LadderPart
            {
                Id = Guid.CreateVersion7(now), AssetId = asset.Id, PlanHash = plan, Kind = LadderPartKind.Pictures,
                Number = range.Number, FirstFrame = range.First, Frames = range.Count,
            });
        }
        if (commission.Facts.Audio is not null)
        {
            Order(JobKind.EncodeSound, 0, length / 50, new LadderPart
            {
                Id = Guid.CreateVersion7(now), AssetId = asset.Id, PlanHash = plan, Kind = LadderPartKind.Sound, Number = 0, FirstFrame = 0, Frames = null,
            });
        }
        db.Jobs.Add(Job.ForAsset(JobKind.JoinRanges, asset.SubmissionId, asset.Id, now, new Place
        {
            IsUrgent = commission.IsUrgent,
            FirstToken = asset.Renditions.Select(made => made.Attempt).DefaultIfEmpty(0).Max(),
        }));

        void Order(JobKind kind, int turn, double seconds, LadderPart part)
        {
            db.LadderParts.Add(part);
            db.Jobs.Add(Job.ForAsset(kind, asset.SubmissionId, asset.Id, now, new Place
            {
                IsUrgent = commission.IsUrgent, Turn = turn, EstimatedSeconds = seconds, PartId = part.Id,
            }));
        }
    }
}
