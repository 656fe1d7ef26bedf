namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>One portal and one Chromium for the tests of the reader's pages. No job runs, so that bytes that are no film are not refused.</summary>
public sealed class ReaderPortal : IAsyncLifetime
{
    private readonly Chromium _chromium = new();
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public Chromium Chromium => _chromium;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        await _chromium.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
