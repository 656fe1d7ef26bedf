using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>
/// Tests the box at start and then every <see cref="MediaOptions.SandboxTestInterval"/>; every minute while it is closed. Stands where jobs are done: a
/// web program that leaves them to workers opens no film, and may run where no box can be made.
/// </summary>
public sealed partial class SandboxWatch(
    SandboxTest test, SandboxState state, IOptions<MediaOptions> options, IOptions<JobsOptions> jobs, TimeProvider time, ILogger<SandboxWatch> logger) : BackgroundService
{
    private static readonly TimeSpan ClosedInterval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (jobs.Value.Run is JobsRun.None)
            return;
        using var timer = new PeriodicTimer(options.Value.SandboxTestInterval, time);
        do
        {
            var report = await TestAsync(stoppingToken);
            state.Set(report);
            if (report.Proof is SandboxProof.Proven)
                LogProven();
            foreach (var finding in report.Findings)
                LogClosed(finding);
            timer.Period = report.Proof is SandboxProof.Proven ? options.Value.SandboxTestInterval : ClosedInterval;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A full disk, say: no proof, so the box is closed until the next test.
    private async Task<SandboxReport> TestAsync(CancellationToken ct)
    {
        try
        {
            return await test.RunAsync(ct);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new SandboxReport(SandboxProof.Closed, [$"The test could not be made: {trouble.GetType().Name}"], time.GetUtcNow());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The media sandbox has proved itself")]
    private partial void LogProven();

    [LoggerMessage(Level = LogLevel.Error, Message = "The media sandbox is closed, nothing is transcoded: {Finding}")]
    private partial void LogClosed(string finding);
}
