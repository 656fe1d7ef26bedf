using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;

namespace Zhizhuxia.Web;

/// <summary>How the work behind the pages goes, for staff: parked jobs or a closed sandbox make it degraded.</summary>
internal sealed class WorkCheck(PortalDb db, SandboxState sandbox, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var jobs = await db.Jobs.GroupBy(job => new { job.Kind, job.State })
            .Select(group => new { group.Key.Kind, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var oldest = await db.Jobs.Where(job => job.Kind == JobKind.SendMail && job.State == JobState.Ready && job.ReadyAt <= now)
            .MinAsync(job => (DateTimeOffset?)job.ReadyAt, cancellationToken);
        Dictionary<string, object> facts = new()
        {
            ["sandbox"] = sandbox.Latest.Proof.ToString(),
            ["sandboxFindings"] = sandbox.Latest.Findings,
            ["sandboxTestedAt"] = sandbox.Latest.TestedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["jobs"] = jobs.GroupBy(group => group.State).ToDictionary(
                group => group.Key.ToString(), group => group.ToDictionary(row => row.Kind.ToString(), row => row.Count)),
            ["mailWaitingSeconds"] = oldest is { } since ? Math.Round((now - since).TotalSeconds) : 0,
        };
        var isWell = sandbox.Latest.Proof is not SandboxProof.Closed && jobs.All(group => group.State is not JobState.Dead);
        return new(isWell ? HealthStatus.Healthy : HealthStatus.Degraded, data: facts);
    }
}
