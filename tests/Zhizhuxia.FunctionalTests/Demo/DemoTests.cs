using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Demo;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Demo;

public sealed class DemoTests
{
    /// <summary>There is none on PostgreSQL, where nothing tells an empty newsroom from one that others use.</summary>
    [Fact]
    [OwnDatabase(DatabaseKind.Sqlite)]
    public async Task A_demo_has_its_people_at_once_and_prints_the_same_passwords_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Demo"] = "true", ["Jobs:Run"] = "None" }, ct);
        var password = await PasswordOfAsync(portal, DemoPeople.Third);
        using var browser = new FormClient(portal);
        var signedIn = await browser.PostAsync("/account/login", new() { ["Email"] = DemoPeople.Third, ["Password"] = password });
        await portal.StopAsync();
        await portal.StartAgainAsync(ct);
        await Eventually.TrueAsync(() => Task.FromResult(Times(portal, password) > 1));

        await using var db = portal.Data.OpenDb();
        var roles = (await db.Users.AsNoTracking().ToListAsync(ct)).SelectMany(editor => editor.Roles);
        Assert.Equal("/desk", signedIn.Location);
        Assert.Equal([Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher, Role.Administrator], roles.Order());
        Assert.Equal(2, Times(portal, password));
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

    private static int Times(PortalProcess portal, string word) => portal.Output.Count(line => line.Contains(word, StringComparison.Ordinal));

    /// <summary>What a program prints may come here after it answers already.</summary>
    private static async Task<string> PasswordOfAsync(PortalProcess portal, string email)
    {
        await Eventually.TrueAsync(() => Task.FromResult(portal.Output.Any(line => line.Contains(email, StringComparison.Ordinal))));
        return portal.Output.First(line => line.Contains(email, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
    }
}
