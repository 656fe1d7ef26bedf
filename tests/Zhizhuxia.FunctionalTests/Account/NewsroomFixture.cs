namespace Zhizhuxia.FunctionalTests.Account;

/// <summary>A portal whose sessions are checked at every request, so that no test waits for a minute.</summary>
public sealed class NewsroomFixture : IAsyncLifetime
{
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public async ValueTask InitializeAsync() => _portal = await PortalProcess.StartAsync(
        new Dictionary<string, string> { ["Accounts:StampChecked"] = "00:00:00", ["Accounts:Refusal"] = "00:00:00.4", ["Jobs:Run"] = "None" },
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
    }
}
