using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Web;

/// <summary>How the work behind the pages goes, for staff: parked jobs, a closed sandbox, a silent store, or files that are not as the rows say make it degraded.</summary>
internal sealed class WorkCheck(PortalDb db, SandboxState sandbox, IBlobStore store, TimeProvider clock, IOptions<StorageOptions> storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var work = await JobFigures.ReadAsync(db, clock.GetUtcNow(), cancellationToken);
        var reconcile = await LatestReconcile.ReadAsync(db, cancellationToken);
        var backup = LatestBackup.Read(storage.Value);
        var storeAnswers = await store.AnswersAsync(cancellationToken);
        Dictionary<string, object> facts = new()
        {
            ["sandbox"] = sandbox.Latest.Proof.ToString(),
            ["sandboxFindings"] = sandbox.Latest.Findings,
            ["sandboxTestedAt"] = sandbox.Latest.TestedAt?.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["jobs"] = work.Counts.GroupBy(group => group.State).ToDictionary(
                group => group.Key.ToString(), group => group.ToDictionary(row => row.Kind.ToString(), row => row.Jobs)),
            ["oldestJobSeconds"] = Math.Round(work.OldestSeconds),
            ["mailWaitingSeconds"] = Math.Round(work.OldestMailSeconds),
            ["storeAnswers"] = storeAnswers,
            ["schema"] = (await Schema.ReadAsync(db, cancellationToken)).Applied[^1],
            ["lastReconcileAt"] = reconcile?.At.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["lastReconcileFindings"] = reconcile?.Findings ?? 0,
            ["lastBackupAt"] = backup?.TakenAt.ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["lastBackupFindings"] = backup?.Findings ?? 0,
        };
        var isWell = storeAnswers && sandbox.Latest.Proof is not SandboxProof.Closed && work.Counts.All(group => group.State is not JobState.Dead) && reconcile is not { Findings: > 0 };
        return new(isWell ? HealthStatus.Healthy : HealthStatus.Degraded, data: facts);
    }
}
