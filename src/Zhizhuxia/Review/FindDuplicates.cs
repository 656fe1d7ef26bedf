using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>
/// 疑似重复: brings all that a piece has in common with others into one list of suggestions. Runs whenever files, links or fingerprints have come
/// and when the piece was closed or opened again; running again adds nothing, and what was decided stays decided.
/// </summary>
public sealed class FindDuplicates(PortalDb db, SearchAlike search, TimeProvider clock) : IJobHandler
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public JobKind Kind => JobKind.FindDuplicates;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var id = await db.Assets.Where(asset => asset.Id == job.AssetId).Select(asset => (Guid?)asset.SubmissionId).SingleOrDefaultAsync(ct) ?? job.SubmissionId;
        var piece = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.State != State.Draft, ct);
        if (piece is null)
        {
            await job.CompleteAsync(db, ct);
            return;
        }
        var pairs = await db.Resemblances.Where(pair => pair.OneId == piece.Id || pair.OtherId == piece.Id).ToListAsync(ct);
        if (piece.Closing is not (CloseReason.Duplicate or CloseReason.Spam))
            Suggest(piece.Id, pairs, await search.RunAsync(piece.Id, ct));
        await FollowAsync(piece, pairs, ct);
        await OrderPrintsAsync(piece.Id, ct);
        await SaveAsync(job, pairs.Select(pair => pair.Beside(piece.Id)).Append(piece.Id).ToList(), ct);
    }

    private void Suggest(Guid piece, List<Resemblance> pairs, IReadOnlyList<FoundAlike> found)
    {
        foreach (var other in found.GroupBy(one => one.Other))
        {
            var isFirst = piece.CompareTo(other.Key) < 0;
            if (pairs.Find(pair => pair.Beside(piece) == other.Key) is not { } pair)
            {
                pair = new() { Id = Guid.CreateVersion7(), OneId = isFirst ? piece : other.Key, OtherId = isFirst ? other.Key : piece, FoundAt = clock.GetUtcNow() };
                pairs.Add(db.Resemblances.Add(pair).Entity);
            }
            pair.Learn([.. other.Select(one => one.Turned(isFirst)).OrderBy(evidence => evidence.Kind).ThenByDescending(evidence => evidence.Score).DistinctBy(evidence => evidence.Kind)]);
        }
    }

    // 重复 is said at another place; here the pair hears of it, and of 重新打开.
    private async Task FollowAsync(Submission piece, List<Resemblance> pairs, CancellationToken ct)
    {
        var others = pairs.Select(pair => pair.Beside(piece.Id)).ToList();
        var merged = await db.Submissions.AsNoTracking().Where(row => others.Contains(row.Id) && row.DuplicateOf == piece.Id).Select(row => row.Id).ToListAsync(ct);
        foreach (var pair in pairs)
        {
            var other = pair.Beside(piece.Id);
            var closed = piece.DuplicateOf == other ? piece.Id : merged.Contains(other) ? other : (Guid?)null;
            pair.Follow(closed is null ? null : await db.Set<Step>().AsNoTracking()
                .Where(step => step.SubmissionId == closed && step.Verb == Verb.Duplicate).OrderByDescending(step => step.Number).FirstOrDefaultAsync(ct));
        }
    }

    /// <summary>Films from before there were fingerprints get theirs when there is time.</summary>
    private async Task OrderPrintsAsync(Guid piece, CancellationToken ct)
    {
        var films = await db.Assets.AsNoTracking()
            .Where(asset => asset.SubmissionId == piece && asset.State == AssetState.Ready && asset.Findings != null
                && !db.Fingerprints.Any(print => print.AssetId == asset.Id)
                && !db.Jobs.Any(job => job.AssetId == asset.Id && job.Kind == JobKind.MakeProxy && job.State != JobState.Done))
            .Select(asset => asset.Id).ToListAsync(ct);
        db.Jobs.AddRange(films.Select(film => Job.ForAsset(JobKind.MakeProxy, piece, film, clock.GetUtcNow(), Place.Ordinary with { IsAtLeisure = true })));
    }

    private async Task SaveAsync(JobContext job, List<Guid> pieces, CancellationToken ct)
    {
        try
        {
            await job.CompleteAsync(db, async () =>
            {
                await db.SaveChangesAsync(ct);
                await db.CountAlikeAsync(pieces, ct);
            }, ct);
        }
        catch (DbUpdateException) // the other piece's own search was first, or an editor has just decided
        {
            throw new JobPostponedException("Another search has found the same pair", Turn);
        }
    }
}
