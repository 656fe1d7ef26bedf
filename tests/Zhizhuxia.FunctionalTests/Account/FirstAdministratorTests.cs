using System.Net;
using System.Text.RegularExpressions;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Account;

public sealed partial class FirstAdministratorTests
{
    [Fact]
    public async Task The_first_administrator_comes_from_the_code_on_the_console_once()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        using var browser = new FormClient(portal);
        var code = await CodeOfAsync(portal, start: 1);

        var wrong = await browser.PostAsync("/account/first", Form("0000-0000-0000-0000"));
        var common = await browser.PostAsync("/account/first", Form(code, "zhuzhouribao2026!!"));
        var right = await browser.PostAsync("/account/first", Form(code.ToLowerInvariant()));

        Assert.StartsWith("一次性口令不对", wrong.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("这个密码太容易被猜到", common.Refusal, StringComparison.Ordinal);
        Assert.StartsWith("/account/second-factor", right.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/first")).Status);
        await using var db = portal.Data.OpenDb();
        Assert.Equal([Role.Administrator], db.Users.Single().Roles);
    }

    [Fact]
    public async Task Each_start_prints_another_code_until_one_was_used()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        var first = await CodeOfAsync(portal, start: 1);
        await portal.StopAsync();
        await portal.StartAgainAsync(TestContext.Current.CancellationToken);
        var second = await CodeOfAsync(portal, start: 2);
        using var browser = new FormClient(portal);

        var old = await browser.PostAsync("/account/first", Form(first));
        await browser.PostAsync("/account/first", Form(second));
        await portal.StopAsync();
        await portal.StartAgainAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(first, second);
        Assert.StartsWith("一次性口令不对", old.Refusal, StringComparison.Ordinal);
        Assert.Equal(2, portal.Output.Count(line => Code().IsMatch(line)));
    }

    /// <summary>The code of a start; it is printed after the portal answers already.</summary>
    private static async Task<string> CodeOfAsync(PortalProcess portal, int start)
    {
        List<string> codes = [];
        await Eventually.TrueAsync(() =>
        {
            codes = [.. portal.Output.Select(line => Code().Match(line)).Where(found => found.Success).Select(found => found.Groups[1].Value)];
            return Task.FromResult(codes.Count >= start);
        });
        return codes[start - 1];
    }

    private static Dictionary<string, string> Form(string code, string password = Colleagues.Password) =>
        new() { ["Code"] = code, ["Name"] = "周管理", ["Email"] = "admin@example.com", ["Wanted"] = password };

    [GeneratedRegex("一次性口令：([0-9A-Z-]{19})")]
    private static partial Regex Code();
}
