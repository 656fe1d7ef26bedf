using System.Text.Json;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>A box that does not hold is told to everybody at the desk, and why to the administrator.</summary>
public sealed class SandboxLineTests
{
    private const string Line = "视频处理已停";

    [Fact]
    public async Task A_closed_box_is_a_red_line_for_everyone_and_its_reason_for_the_administrator()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Jobs:Run"] = "All", ["Media:BwrapPath"] = "/usr/bin/false" }, ct);
        using var wang = await DeskClient.SignInAsync(portal, "王编辑", ct, Role.Editor1);
        using var administrator = await DeskClient.SignInAsync(portal, "管理员", ct, Role.Administrator);
        await Eventually.TrueAsync(async () => Proof(await wang.ReadAsync("/healthz/deep", ct)) is "Closed");

        var desk = await wang.ReadAsync("/desk", ct);
        var jobs = await administrator.ReadAsync("/desk/jobs", ct);
        using var health = JsonDocument.Parse(await administrator.ReadAsync("/healthz/deep", ct));

        Assert.Contains(Line, desk, StringComparison.Ordinal);
        Assert.Contains("请告诉管理员", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("The box does not open", desk, StringComparison.Ordinal);
        Assert.Contains(Line, jobs, StringComparison.Ordinal);
        Assert.Contains("The box does not open", jobs, StringComparison.Ordinal);
        Assert.Equal("degraded", health.RootElement.GetProperty("status").GetString());
        Assert.Contains("The box does not open", health.RootElement.GetProperty("sandboxFindings")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_holds_is_told_with_its_time()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Jobs:Run"] = "All" }, ct);
        using var wang = await DeskClient.SignInAsync(portal, "王编辑", ct, Role.Editor1);

        await Eventually.TrueAsync(async () => (await wang.ReadAsync("/healthz/deep", ct))
            .Contains("\"sandbox\":\"Proven\",\"sandboxFindings\":[],\"sandboxTestedAt\":\"20", StringComparison.Ordinal));

        Assert.DoesNotContain(Line, await wang.ReadAsync("/desk", ct), StringComparison.Ordinal);
    }

    /// <summary>It may run where no box can be made; what the workers find is in their own logs.</summary>
    [Fact]
    public async Task A_web_program_that_leaves_the_jobs_to_workers_tests_no_box()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(DeskClient.Settings) { ["Media:BwrapPath"] = "/usr/bin/false" }, ct);
        using var administrator = await DeskClient.SignInAsync(portal, "管理员", ct, Role.Administrator);

        Assert.Contains("视频由单独的处理程序打开", await administrator.ReadAsync("/desk/jobs", ct), StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Output, line => line.Contains("sandbox", StringComparison.OrdinalIgnoreCase));
    }

    private static string? Proof(string health)
    {
        using var figures = JsonDocument.Parse(health);
        return figures.RootElement.GetProperty("sandbox").GetString();
    }
}
