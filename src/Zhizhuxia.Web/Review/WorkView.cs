using Zhizhuxia.Jobs;

namespace Zhizhuxia.Web.Review;

/// <summary>What the machines still do for a piece.</summary>
/// <param name="Jobs">Not done; letters are not shown here.</param>
/// <param name="Administers">Who looks may open 卡住的工作.</param>
/// <param name="Watched">Asked for by the page itself while it stays open, so that an end is news.</param>
public sealed record WorkView(Guid PieceId, IReadOnlyList<Job> Jobs, bool Administers, bool Watched)
{
    public IReadOnlyList<Job> Shown => [.. Jobs.Where(job => job.AssetId is not null && (job.PartId is null || job.State is JobState.Dead))];

    /// <summary>There is something to wait for.</summary>
    public bool Busy => Shown.Any(job => job.State is JobState.Ready or JobState.Running);
}
