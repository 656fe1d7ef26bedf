using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>
/// Figures that are not counted but read: jobs by kind and state, how long the oldest has waited, the outbox, the spool, the last backup. Each
/// process tells the same of the one database, so a chart takes the largest, never the sum.
/// </summary>
internal sealed partial class WatchFigures(
    Func<PortalDb> open, IUploadArea uploads, TimeProvider clock, IOptions<TelemetryOptions> options, IOptions<StorageOptions> storage, ILogger<WatchFigures> log) : BackgroundService
{
    private readonly Meter _meter = new(PortalMeter.Name);
    private volatile JobFigures _jobs = new([], 0, 0);

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.OtlpAddress is null)
            return;
        await ReadAsync(stoppingToken);
        _meter.CreateObservableGauge("zhizhuxia.jobs", () => _jobs.Measurements, "{job}", "Jobs that are not done, by kind and state");
        _meter.CreateObservableGauge("zhizhuxia.job.queue.age", () => _jobs.OldestSeconds, "s", "How long the oldest ready job has waited");
        _meter.CreateObservableGauge("zhizhuxia.mail.queue.age", () => _jobs.OldestMailSeconds, "s", "How long the oldest letter that is due has waited");
        _meter.CreateObservableGauge("zhizhuxia.spool.free", () => uploads.Space().Free, "By", "Room for what comes in");
        _meter.CreateObservableGauge("zhizhuxia.backup.age", BackupAge, "s", "Since the moment that the last backup holds");
        using var timer = new PeriodicTimer(options.Value.Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await ReadAsync(stoppingToken);
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            await using var db = open();
            _jobs = await JobFigures.ReadAsync(db, clock.GetUtcNow(), ct);
        }
        catch (Exception trouble) when (trouble is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            LogUnread(trouble);
        }
    }

    private IEnumerable<Measurement<double>> BackupAge() =>
        LatestBackup.Read(storage.Value) is { } latest ? [new((clock.GetUtcNow() - latest.TakenAt).TotalSeconds)] : [];

    [LoggerMessage(LogLevel.Warning, "The figures of the jobs could not be read")]
    private partial void LogUnread(Exception trouble);
}
