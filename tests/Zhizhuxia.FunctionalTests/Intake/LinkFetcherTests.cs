using System.Net;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>The guard before the only outgoing HTTP, against a canary in the house and a server outside.</summary>
[NoDatabase]
public sealed class LinkFetcherTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_of_an_address_within_the_house_reaches_the_canary()
    {
        await using var net = new OpenNet();
        foreach (var (host, answers) in HostileAddresses.Names)
            net.Name(host, answers);
        var reached = new List<string>();
        foreach (var form in HostileAddresses.All)
        {
            var fetched = await net.Fetcher.FetchAsync(form, Ct);
            if (net.Canary > 0 || fetched.Failure is not ("address-refused" or "not-public"))
                reached.Add($"{form}: {fetched.Failure ?? "fetched"}, canary {net.Canary}");
        }

        Assert.Empty(reached);
        Assert.Equal((0, 0), (net.Canary, net.Visits));
        Assert.True(HostileAddresses.All.Distinct().Count() >= 100);
    }

    /// <summary>Without those that are a path of the public server itself.</summary>
    [Fact]
    public async Task No_redirect_leads_to_the_canary()
    {
        await using var net = new OpenNet();
        foreach (var (host, answers) in HostileAddresses.Names)
            net.Name(host, answers);
        var reached = new List<string>();
        foreach (var form in HostileAddresses.All.Where(form => !form.StartsWith('/') && form.All(char.IsAscii) && !form.Any(char.IsWhiteSpace) && form.Length < 1000))
        {
            var fetched = await net.Fetcher.FetchAsync($"http://open.example.org/to?{Uri.EscapeDataString(form)}", Ct);
            if (net.Canary > 0 || fetched.Failure is null)
                reached.Add($"{form}: {fetched.Failure ?? "fetched"}");
        }

        Assert.Empty(reached);
        Assert.Equal(0, net.Canary);
        Assert.True(net.Visits > 50);
    }

    /// <summary>The check and the connection use one answer; the next connection asks and checks again.</summary>
    [Fact]
    public async Task A_name_that_changes_its_answer_gains_nothing()
    {
        await using var net = new OpenNet();
        net.Name("rebind.example.org", [OpenNet.Public4], [IPAddress.Loopback]);
        net.Name("first.example.org", [OpenNet.Public4], [IPAddress.IPv6Loopback]);

        var once = await net.Fetcher.FetchAsync("http://rebind.example.org/page", Ct);
        var again = await net.Fetcher.FetchAsync("http://rebind.example.org/page", Ct);
        var redirected = await net.Fetcher.FetchAsync("http://first.example.org/hop1", Ct);

        Assert.Equal((null, "not-public", "not-public"), (once.Failure, again.Failure, redirected.Failure));
        Assert.Equal(0, net.Canary);
    }

    [Theory]
    [InlineData("http://open.example.org/page")]
    [InlineData("http://open.example.org./page")]
    [InlineData("http://six.example.org/page")]
    [InlineData("http://OPEN.example.org:80/page")]
    [InlineData("http://open.example.org/hop3")]
    public async Task A_public_page_gives_its_title_and_tags(string url)
    {
        await using var net = new OpenNet();
        net.Name("open.example.org.", [OpenNet.Public4]);

        var fetched = await net.Fetcher.FetchAsync(url, Ct);

        Assert.Equal((null, "江边的龙舟", "老街", "端午节 上午拍的", "https://open.example.org/a.jpg"), (fetched.Failure, fetched.Title, fetched.Author, fetched.Description, fetched.Picture));
        Assert.EndsWith("/page", fetched.Url, StringComparison.Ordinal);
    }

    /// <summary>Who read the endless ones to their end would be too slow.</summary>
    [Theory]
    [InlineData("/hop4", "too-many-redirects", null)]
    [InlineData("/nothing", "status", null)]
    [InlineData("/film", "not-a-page", null)]
    [InlineData("/big-head", "unreachable", null)]
    [InlineData("/drip", "too-slow", null)]
    [InlineData("/silent", "too-slow", null)]
    [InlineData("/endless", null, "没有尽头")]
    [InlineData("/ten-gigabytes", null, "没有尽头")]
    [InlineData("/bomb", null, "炸弹")]
    [InlineData("/deep", null, "深")]
    [InlineData("/gbk", null, "株洲的早晨")]
    [InlineData("/plain-title", null, "只有 标题")]
    public async Task Its_limits_hold(string path, string? failure, string? title)
    {
        await using var net = new OpenNet();

        var fetched = await net.Fetcher.FetchAsync($"http://open.example.org{path}", Ct);

        Assert.Equal((failure, title, null), (fetched.Failure, fetched.Title, fetched.Picture));
        Assert.Equal(0, net.Canary);
    }

    [Fact]
    public async Task Who_stops_the_program_stops_the_fetch()
    {
        await using var net = new OpenNet();
        using var stop = new CancellationTokenSource();
        var fetch = net.Fetcher.FetchAsync("http://open.example.org/silent", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }
}
