using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web;

/// <summary>
/// Whether this process may be given readers: the database takes writes and has the model's shape, there is room for what comes in, the
/// newsroom's key is there, and nobody has asked us to stop.
/// </summary>
internal sealed class ReadinessCheck(PortalDb db, IUploadArea uploads, IOptions<StorageOptions> storage, IHostApplicationLifetime life) : IHealthCheck
{
    private static readonly string[] Needed = ["databaseWritable", "migrated", "keyPresent", "spoolHasRoom"];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var space = uploads.Space();
        Dictionary<string, object> facts = new()
        {
            ["stopping"] = life.ApplicationStopping.IsCancellationRequested,
            ["databaseWritable"] = await IsWritableAsync(cancellationToken),
            ["migrated"] = await IsOurShapeAsync(cancellationToken),
            ["keyPresent"] = File.Exists(SecretKey.PathOf(storage.Value)),
            ["spoolFreeBytes"] = space.Free,
            ["spoolUsedPercent"] = UsedPercent(space),
            ["spoolHasRoom"] = UsedPercent(space) < storage.Value.FullAtPercent,
        };
        var isReady = facts["stopping"] is false && Needed.All(name => facts[name] is true);
        return new(isReady ? HealthStatus.Healthy : HealthStatus.Unhealthy, data: facts);
    }

    /// <summary>An update of no row takes the write lock and would be refused by a read-only database.</summary>
    private async Task<bool> IsWritableAsync(CancellationToken ct)
    {
        try
        {
            await db.Set<NumberSeries>().Where(series => series.Day == "").ExecuteUpdateAsync(set => set.SetProperty(series => series.Last, 0), ct);
            return true;
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Neither older nor newer than this program: beside a newer one, an older one must not go on writing.</summary>
    private async Task<bool> IsOurShapeAsync(CancellationToken ct)
    {
        try
        {
            return (await Schema.ReadAsync(db, ct)).IsOurs;
        }
        catch (Exception broken) when (broken is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }

    private static double UsedPercent(DiskSpace space) => space.Size == 0 ? 100 : Math.Round(100.0 * (space.Size - space.Free) / space.Size, 1);
}
