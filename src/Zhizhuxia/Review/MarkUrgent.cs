using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor marks a piece as breaking news (突发), or takes the mark back: what is still to be made of it changes its place at once.</summary>
public sealed class MarkUrgent(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, or as <see cref="Urgency.SetUrgent"/>.</exception>
    public async Task RunAsync(Guid id, Actor actor, bool urgent, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        piece.SetUrgent(actor, urgent, clock.GetUtcNow());
        foreach (var job in await db.Jobs.Where(job => job.SubmissionId == id && job.AssetId != null && job.State != JobState.Done).ToListAsync(ct))
            job.Priority = urgent ? Job.Urgent : Ordinary(piece, job);
        await db.SaveAsync(piece, ct);
    }

    private static int Ordinary(Submission piece, Job job) =>
        job.Kind is JobKind.MakeProxy && piece.Assets.Any(asset => asset.Id == job.AssetId && asset.PlayableInBrowser) ? Job.Leisure : Job.PriorityOf(job.Kind);
}
