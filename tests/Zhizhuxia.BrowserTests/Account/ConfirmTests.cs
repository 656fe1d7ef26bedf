using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Account;

/// <summary>Who is asked for the password between typing and sending finds what was typed.</summary>
public sealed class ConfirmTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Deputy = "input[name=Roles][value=Editor2]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_that_was_sent_too_late_is_there_again_after_the_password()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Jobs:Run"] = "None", ["Accounts:SecondFactor"] = "Optional", ["Accounts:StepUp"] = "00:00:15" }, Ct);
        await portal.HireAsync("何管理", Ct, Role.Administrator);
        var page = await chromium.DeskAsync(portal.Address);
        await page.SignInAsync("何管理");
        await page.GotoAsync("/desk/editors");
        await page.ListensAsync();
        await page.GetByLabel("姓名").FillAsync("新来的小唐");
        await page.GetByLabel("登录邮箱").FillAsync("tang@newsroom.invalid");
        await page.Locator(Deputy).CheckAsync();
        while (!await page.EvaluateAsync<bool>("async () => (await fetch('/desk/editors')).url.includes('/account/confirm')"))
            await Task.Yield(); // at most the fifteen seconds

        await page.GetByRole(AriaRole.Button, new() { Name = "建账号" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/account/confirm"));
        await page.GetByLabel("密码").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/desk/editors$"));
        await Expect(page.GetByLabel("姓名")).ToHaveValueAsync("新来的小唐");
        await Expect(page.GetByLabel("登录邮箱")).ToHaveValueAsync("tang@newsroom.invalid");
        await Expect(page.Locator(Deputy)).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "建账号" }).ClickAsync();
        await Expect(page.Locator(".link-once")).ToBeVisibleAsync();
    }
}
