using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Operation;

/// <summary>How the work stands at one moment.</summary>
/// <param name="Counts">Jobs that are not done, by kind and state.</param>
/// <param name="OldestSeconds">How long the oldest job that is due has waited; 0: none waits.</param>
/// <param name="OldestMailSeconds">The same of letters.</param>
public sealed record JobFigures(IReadOnlyList<JobCount> Counts, double OldestSeconds, double OldestMailSeconds)
{
    /// <summary>For the meter.</summary>
    public IEnumerable<Measurement<long>> Measurements =>
        Counts.Select(group => new Measurement<long>(group.Jobs, new("zhizhuxia.job.kind", $"{group.Kind}"), new("zhizhuxia.job.state", $"{group.State}")));

    public static async Task<JobFigures> ReadAsync(PortalDb db, DateTimeOffset now, CancellationToken ct)
    {
        var counts = await db.Jobs.Where(job => job.State != JobState.Done).GroupBy(job => new { job.Kind, job.State })
            .Select(group => new JobCount(group.Key.Kind, group.Key.State, group.Count())).ToListAsync(ct);
        return new(
            counts, await OldestAsync(db.Jobs, now, ct), await OldestAsync(db.Jobs.Where(job => job.Kind == JobKind.SendMail), now, ct));
    }

    private static async Task<double> OldestAsync(IQueryable<Job> jobs, DateTimeOffset now, CancellationToken ct)
    {
        var oldest = await jobs.Where(job => job.State == JobState.Ready && job.ReadyAt <= now).MinAsync(job => (DateTimeOffset?)job.ReadyAt, ct);
        return oldest is { } since ? Math.Max(0, (now - since).TotalSeconds) : 0;
    }
}

/// <param name="Jobs">How many.</param>
public sealed record JobCount(JobKind Kind, JobState State, int Jobs);
