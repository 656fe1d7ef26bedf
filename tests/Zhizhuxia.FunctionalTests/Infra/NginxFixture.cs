using Zhizhuxia.FunctionalTests.Review;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>A portal that believes its proxy, and nginx in front of it. Few uploads an hour may be begun from one address.</summary>
public sealed class NginxFixture : IAsyncLifetime
{
    private PortalProcess? _portal;
    private Nginx? _nginx;

    internal PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    internal Nginx Nginx => _nginx ?? throw new InvalidOperationException("Not started yet");

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var settings = new Dictionary<string, string>(DeskClient.Settings) { ["Proxy:Networks"] = "127.0.0.1", ["Limits:CreatesPerHour"] = "2" };
        _portal = await PortalProcess.StartAsync(settings, ct);
        _nginx = await Nginx.StartAsync(_portal.Address, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null)
            await _nginx.DisposeAsync();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
