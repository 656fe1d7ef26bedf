using System.Net;
using System.Text.Json;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests;

public sealed class HealthTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    [Fact]
    public async Task Staff_see_the_figures_and_strangers_do_not()
    {
        var colleagues = new Colleagues(newsroom.Portal);
        using var wang = await colleagues.SignInAsync(await colleagues.AddAsync(Role.Editor1));
        using var stranger = new FormClient(newsroom.Portal);

        var answer = await wang.GetAsync("/healthz/deep");
        using var figures = JsonDocument.Parse(answer.Html);

        Assert.True(figures.RootElement.GetProperty("databaseWritable").GetBoolean());
        Assert.True(figures.RootElement.GetProperty("spoolFreeBytes").GetInt64() > 0);
        Assert.Equal(JsonValueKind.Object, figures.RootElement.GetProperty("jobs").ValueKind);
        Assert.True(figures.RootElement.GetProperty("storeAnswers").GetBoolean());
        Assert.NotEmpty(figures.RootElement.GetProperty("schema").GetString()!);
        Assert.Equal("Untested", figures.RootElement.GetProperty("sandbox").GetString()); // jobs are done elsewhere, and so is the test
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/healthz/deep")).Status);
    }

    [Fact]
    public async Task Not_ready_without_the_newsrooms_key()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, ct);
        using var supervisor = new FormClient(portal);
        var key = Path.Combine(portal.DataFolder, "keys", "newsroom.key");

        File.Move(key, key + ".aside");
        var withoutKey = await supervisor.GetAsync("/healthz/ready");
        File.Move(key + ".aside", key);
        var ready = await supervisor.GetAsync("/healthz/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (withoutKey.Status, ready.Status));
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/healthz/live")).Status);
    }
}
