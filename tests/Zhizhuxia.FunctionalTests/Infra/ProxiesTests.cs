using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>Without a proxy that is known, nobody's word is taken.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/8 ::1")]
    public async Task Who_is_no_proxy_cannot_speak_for_another_address(string networks)
    {
        var settings = new Dictionary<string, string> { ["Proxy:Networks"] = networks, ["Limits:CreatesPerHour"] = "1", ["Jobs:Run"] = "None" };
        await using var portal = await PortalProcess.StartAsync(settings, TestContext.Current.CancellationToken);
        using var tus = new TusClient(portal);
        await tus.CreateAsync(Guid.CreateVersion7(), 5);
        tus.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        tus.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var again = await tus.PostAsync(Guid.CreateVersion7(), "5");

        await Refused.WithAsync(429, "too-many-requests", again);
        Assert.False(again.Headers.Contains("Strict-Transport-Security"));
    }
}
