using System.Net;

namespace Zhizhuxia.FunctionalTests;

public sealed class PortalTests
{
    [Fact]
    public async Task A_killed_portal_starts_again_on_its_data()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(null, ct);
        using var client = portal.Client();
        await portal.KillAsync();

        await portal.StartAgainAsync(ct);
        using var answer = await client.GetAsync(new Uri("/healthz/live", UriKind.Relative), ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await portal.StopAsync();
    }
}
