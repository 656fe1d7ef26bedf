namespace Zhizhuxia.FunctionalTests;

/// <summary>One portal for a class of tests that neither kill it nor count what others left behind.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
