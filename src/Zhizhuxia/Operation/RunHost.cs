using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Zhizhuxia.Operation;

/// <summary>Runs a program from its start to its stop, whenever that comes.</summary>
public static class RunHost
{
    /// <summary>As the framework's RunAsync, but a stop while the program is still starting is a stop and no failure: what had begun is ended in order.</summary>
    public static async Task RunToStopAsync(this IHost host)
    {
        await using var program = (IAsyncDisposable)host;
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await host.StartAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        await host.WaitForShutdownAsync(CancellationToken.None);
    }
}
