using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>Where a film's next job stands: behind as many others as its sender already has waiting, in front of all when it is breaking news.</summary>
public sealed class FairPlace(PortalDb db, IOptions<MediaOptions> options)
{
    private static readonly JobKind[] Counted = [JobKind.InspectAsset, JobKind.MakeProxy];

    /// <summary>The place of the editors' version of a film. Senders are known by their browser, else by their address or number.</summary>
    public async Task<Place> OfProxyAsync(Asset asset, VideoFacts facts, CancellationToken ct)
    {
        var piece = await db.Submissions.AsNoTracking().SingleAsync(row => row.Id == asset.SubmissionId, ct);
        var (owner, email, mobile) = (piece.OwnerHash, piece.Contact?.Email, piece.Contact?.Mobile);
        var waiting = await db.Jobs.CountAsync(
            job => Counted.Contains(job.Kind) && (job.State == JobState.Ready || job.State == JobState.Running) && job.AssetId != asset.Id
                && db.Submissions.Any(other => other.Id == job.SubmissionId
                    && ((owner != null && other.OwnerHash == owner) || (email != null && other.Contact!.Email == email) || (mobile != null && other.Contact!.Mobile == mobile))),
            ct);
        return new Place { IsUrgent = piece.IsUrgent, Turn = waiting, EstimatedSeconds = WorkEstimate.Proxy(facts, options.Value).TotalSeconds };
    }
}
