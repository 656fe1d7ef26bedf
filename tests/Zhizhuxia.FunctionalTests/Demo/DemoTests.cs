using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Demo;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Demo;

public sealed class DemoTests
{
    [Fact]
    public async Task A_demo_has_its_people_at_once_and_prints_the_same_passwords_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Demo"] = "true", ["Jobs:Run"] = "None" }, ct);
        var password = PasswordOf(portal, DemoPeople.Third);
        using var browser = new FormClient(portal);
        var signedIn = await browser.PostAsync("/account/login", new() { ["Email"] = DemoPeople.Third, ["Password"] = password });
        await portal.StopAsync();
        await portal.StartAgainAsync(ct);

        await using var db = portal.Data.OpenDb();
        var roles = (await db.Users.AsNoTracking().ToListAsync(ct)).SelectMany(editor => editor.Roles);
        Assert.Equal("/desk", signedIn.Location);
        Assert.Equal([Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher, Role.Administrator], roles.Order());
        Assert.Equal(2, portal.Output.Count(line => line.Contains(password, StringComparison.Ordinal)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(portal.DataFolder, "demo-accounts.txt")));
        Assert.DoesNotContain(portal.Output, line => line.Contains("一次性口令", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newsroom_with_people_of_its_own_is_left_alone()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, ct);
        var chen = await new Colleagues(portal).AddAsync(Role.Editor3);
        await portal.StopAsync();
        portal.Set("Demo", "true");
        await portal.StartAgainAsync(ct);

        using var browser = await new Colleagues(portal).SignInAsync(chen);
        await using var db = portal.Data.OpenDb();
        Assert.Equal(1, await db.Users.CountAsync(ct));
        Assert.StartsWith("/account/second-factor", (await browser.GetAsync("/healthz/deep")).Location, StringComparison.Ordinal);
    }

    private static string PasswordOf(PortalProcess portal, string email) =>
        portal.Output.First(line => line.Contains(email, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
}
