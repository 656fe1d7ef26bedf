using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Tests the box at start and then every <see cref="MediaOptions.SandboxTestInterval"/>.</summary>
public sealed partial class SandboxWatch(
    SandboxTest test, SandboxState state, IOptions<MediaOptions> options, TimeProvider time, ILogger<SandboxWatch> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SandboxTestInterval, time);
        do
        {
            var report = await test.RunAsync(stoppingToken);
            state.Set(report);
            if (report.Proof is SandboxProof.Proven)
                LogProven();
            foreach (var finding in report.Findings)
                LogClosed(finding);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The media sandbox has proved itself")]
    private partial void LogProven();

    [LoggerMessage(Level = LogLevel.Error, Message = "The media sandbox is closed, nothing is transcoded: {Finding}")]
    private partial void LogClosed(string finding);
}
