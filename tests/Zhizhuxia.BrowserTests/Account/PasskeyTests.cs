using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.BrowserTests.Account;

/// <summary>Passkeys in a real Chromium, with a device that is plugged in by DevTools.</summary>
public sealed class PasskeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chief_makes_a_passkey_and_signs_in_with_it_without_a_name_or_a_code()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("赵总编", Ct, Role.Editor3);
        var page = await chromium.AtLocalhostAsync(portal);
        await VirtualKey.PlugInAsync(page);
        await page.SignInAsync("赵总编");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/account/second-factor")); // a chief does nothing before

        await page.GetByRole(AriaRole.Link, new() { Name = "加一个通行密钥" }).ClickAsync();
        await page.AddKeyAsync();
        await Assertions.Expect(page.Locator(".recovery li")).ToHaveCountAsync(10);
        await page.GetByText("已经保存好").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/desk$"));
        await page.SignOutAsync();
        await page.SignInByKeyAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/desk$"));
        await page.GotoAsync("/account");
        await Assertions.Expect(page.Locator(".sign-ins li").First).ToContainTextAsync("通行密钥“Chrome");
    }

    [Fact]
    public async Task The_password_alone_opens_no_account_that_has_a_passkey()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("王编辑", Ct, Role.Editor1);
        var page = await chromium.AtLocalhostAsync(portal);
        var device = await VirtualKey.PlugInAsync(page);
        await page.SignInAsync("王编辑");
        await page.GotoAsync("/account/passkeys");
        await page.AddKeyAsync();
        var code = await page.Locator(".recovery li").First.InnerTextAsync();

        var elsewhere = await chromium.AtLocalhostAsync(portal);
        await elsewhere.SignInAsync("王编辑");
        await Assertions.Expect(elsewhere).ToHaveURLAsync(new Regex("/account/code"));
        await elsewhere.GotoAsync("/account");
        await Assertions.Expect(elsewhere).ToHaveURLAsync(new Regex("/account/login"));

        await elsewhere.SignInAsync("王编辑");
        await elsewhere.GetByLabel("恢复码").FillAsync(code);
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(elsewhere).ToHaveURLAsync(new Regex("/desk$"));

        await device.TouchAsync(false); // the browser would sign in before the password is typed
        await page.SignOutAsync();
        await page.SignInAsync("王编辑");
        await device.TouchAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥" }).ClickAsync(); // as the second step
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/desk$"));
    }

    [Fact]
    public async Task A_passkey_that_was_removed_opens_nothing()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("王编辑", Ct, Role.Editor1);
        var page = await chromium.AtLocalhostAsync(portal);
        var device = await VirtualKey.PlugInAsync(page);
        await page.SignInAsync("王编辑");
        await page.GotoAsync("/account/passkeys");
        await page.AddKeyAsync();

        await page.GotoAsync("/account/passkeys");
        await page.Locator("summary", new() { HasText = "改名或删除" }).ClickAsync();
        await page.GetByLabel("新的名字").FillAsync("办公室电脑");
        await page.GetByRole(AriaRole.Button, new() { Name = "改名" }).ClickAsync();
        await Assertions.Expect(page.Locator(".keys-list strong")).ToHaveTextAsync("办公室电脑");
        await page.Locator("summary", new() { HasText = "改名或删除" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除这个通行密钥" }).ClickAsync();
        await Assertions.Expect(page.GetByText("“办公室电脑”删掉了。")).ToBeVisibleAsync();
        await page.SignOutAsync();
        await page.SignInByKeyAsync();

        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("这个通行密钥在这里用不了");
        Assert.Equal(1, await device.CountAsync()); // the device does not know
        await using var db = portal.Data.OpenDb();
        Assert.False((await db.Users.SingleAsync(Ct)).HasPasskey);
    }

    [Fact]
    public async Task A_device_that_does_not_recognise_its_person_makes_none_and_the_page_says_so()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("王编辑", Ct, Role.Editor1);
        var page = await chromium.AtLocalhostAsync(portal);
        var device = await VirtualKey.PlugInAsync(page);
        await device.RecogniseAsync(false);
        await page.SignInAsync("王编辑");
        await page.GotoAsync("/account/passkeys");

        await page.Locator("form[data-passkey=make] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("没有完成");
        await device.RecogniseAsync(true);
        await page.AddKeyAsync();

        Assert.Equal(1, await device.CountAsync());
    }

    [Fact]
    public async Task A_passkey_confirms_who_it_is_before_people_are_changed()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("何管理", Ct, Role.Administrator);
        var page = await chromium.AtLocalhostAsync(portal);
        await VirtualKey.PlugInAsync(page);
        await page.SignInAsync("何管理");
        await page.GotoAsync("/account/passkeys");
        await page.AddKeyAsync();
        await portal.StopAsync();
        portal.Set("Accounts:StepUp", "00:00:10"); // instead of five minutes, now that there is a passkey
        await portal.StartAgainAsync(Ct);
        do
            await page.GotoAsync("/desk/editors");
        while (!page.Url.Contains("/account/confirm", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥确认" }).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/desk/editors$"));
    }

    [Fact]
    public async Task Where_there_can_be_no_passkeys_the_password_works_as_ever()
    {
        await using var portal = await KeySteps.StartAsync(Ct);
        await portal.HireAsync("王编辑", Ct, Role.Editor1);
        var page = await chromium.PhoneAsync(portal.Address); // an address of figures
        await page.GotoAsync("/account/login");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = KeySteps.Button })).ToBeHiddenAsync();

        await page.SignInAsync("王编辑");
        await page.GotoAsync("/account/passkeys");

        await Assertions.Expect(page.Locator("[data-no-passkeys]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[data-passkey=make]")).ToBeHiddenAsync();
    }
}
