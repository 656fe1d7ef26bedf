using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Zhizhuxia.Demo;

/// <summary>The doors and rooms of the portal once more, over the same data, under the demo's own clock. No job runs here: the program's own runner does them.</summary>
public sealed class DemoRooms : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DemoRooms(IConfiguration configuration, ILoggerFactory logs) => _services = new ServiceCollection()
        .AddSingleton(logs).AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddZhizhuxia(configuration)
        .AddSingleton<TimeProvider>(Clock)
        .BuildServiceProvider();

    public DemoClock Clock { get; } = new();

    /// <summary>Runs one use case in a scope of its own, as one request would.</summary>
    public async Task<TResult> RunAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc cref="RunAsync{TUseCase, TResult}"/>
    public async Task RunAsync<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
