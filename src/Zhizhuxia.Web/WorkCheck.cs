using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Web;

/// <summary>How the work behind the pages goes, for staff: parked jobs, a closed sandbox or a silent store make it degraded.</summary>
internal sealed class WorkCheck(PortalDb db, SandboxState sandbox, IBlobStore store, TimeProvider clock, IOptions<StorageOptions> storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var jobs = await db.Jobs.GroupBy(job => new { job.Kind, job.State })
            .Select(group => new { group.Key.Kind, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        var work = await JobFigures.ReadAsync(db, clock.GetUtcNow(), cancellationToken);
        var backup = LatestBackup.Read(storage.Value);
        var storeAnswers = await store.AnswersAsync(cancellationToken);
        Dictionary<string, object> facts = new()
        {
            ["sandbox"] = sandbox.Latest.Proof.ToString(),
            ["sandboxFindings"] = sandbox.Latest.Findings,
            ["sandboxTestedAt"] = sandbox.Latest.TestedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["jobs"] = jobs.GroupBy(group => group.State).ToDictionary(
                group => group.Key.ToString(), group => group.ToDictionary(row => row.Kind.ToString(), row => row.Count)),
            ["oldestJobSeconds"] = Math.Round(work.OldestSeconds),
            ["mailWaitingSeconds"] = Math.Round(work.OldestMailSeconds),
            ["storeAnswers"] = storeAnswers,
            ["schema"] = (await Schema.ReadAsync(db, cancellationToken)).Applied[^1],
            ["lastBackupAt"] = backup?.TakenAt.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["lastBackupFindings"] = backup?.Findings ?? 0,
        };
        var isWell = storeAnswers && sandbox.Latest.Proof is not SandboxProof.Closed && jobs.All(group => group.State is not JobState.Dead);
        return new(isWell ? HealthStatus.Healthy : HealthStatus.Degraded, data: facts);
    }
}
