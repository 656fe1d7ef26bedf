using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Zhizhuxia.Data;

/// <summary>Looks every few seconds whether another program has changed the settings. The first look is before anything begins.</summary>
internal sealed partial class WatchSettings(LoadSettings load, TimeProvider clock, ILogger<WatchSettings> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await load.RunAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(stoppingToken))
                    return;
                await load.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) when (trouble is DbException or InvalidOperationException or TimeoutException)
            {
                LogMissed(trouble); // what was known before goes on
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The settings could not be looked at")]
    private partial void LogMissed(Exception trouble);
}
