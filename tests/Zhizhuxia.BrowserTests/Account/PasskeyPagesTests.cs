using Zhizhuxia.Accounts;

namespace Zhizhuxia.BrowserTests.Account;

/// <summary>The pages of somebody who has a passkey, on a desk and on a phone, by day and by night.</summary>
public sealed class PasskeyPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Axe_finds_nothing_on_the_pages_of_somebody_who_has_a_passkey(bool phone)
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("赵总编", Ct, Role.Editor3);
        var page = await chromium.AtLocalhostAsync(portal, phone);
        var device = await VirtualKey.PlugInAsync(page);
        List<string> wrong = [];
        await page.GotoAsync("/account/login");
        await page.CheckAsync(wrong);
        await page.SignInAsync("赵总编");
        await page.CheckAsync(wrong); // what a chief must do first
        await page.GotoAsync("/account/passkeys");
        await page.CheckAsync(wrong);
        await page.AddKeyAsync();
        await page.CheckAsync(wrong); // ten codes
        foreach (var path in new[] { "/account/passkeys", "/account", "/account/confirm", "/account/second-factor" })
        {
            await page.GotoAsync(path);
            await page.UnfoldAsync();
            await page.CheckAsync(wrong);
        }
        await device.TouchAsync(false); // the browser would sign in before the password is typed
        await page.SignOutAsync();
        await page.SignInAsync("赵总编");
        await page.CheckAsync(wrong); // the second step

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
