namespace Zhizhuxia.FunctionalTests;

/// <summary>A portal that runs no jobs: what tests put in stays as it is.</summary>
public sealed class SleepingPortal : IAsyncLifetime
{
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public async ValueTask InitializeAsync() =>
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
