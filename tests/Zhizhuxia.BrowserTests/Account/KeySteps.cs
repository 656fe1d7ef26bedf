using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Account;

/// <summary>What people do with passkeys, step by step.</summary>
internal static class KeySteps
{
    public const string Button = "用通行密钥登录";

    public static Task<PortalProcess> StartAsync(CancellationToken ct) =>
        PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None", ["Accounts:StampChecked"] = "00:00:00" }, ct);

    /// <summary>Passkeys belong to a name, and the one of this machine is as good as https.</summary>
    public static Task<IPage> AtLocalhostAsync(this Chromium chromium, PortalProcess portal, bool phone = false)
    {
        var address = new UriBuilder(portal.Address) { Host = "localhost" }.Uri;
        return phone ? chromium.PhoneAsync(address) : chromium.DeskAsync(address);
    }

    /// <summary>On the page of one's passkeys.</summary>
    public static async Task AddKeyAsync(this IPage page)
    {
        await page.Locator("form[data-passkey=make] button").ClickAsync();
        await Assertions.Expect(page.Locator(".recovery, .note.good").First).ToBeVisibleAsync();
    }

    public static async Task SignOutAsync(this IPage page)
    {
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.WaitForURLAsync("**/account/login");
    }

    /// <summary>By the button, or by the browser, which offers the key by itself and may take the button away in the middle of the click; until the answer is there.</summary>
    public static async Task SignInByKeyAsync(this IPage page)
    {
        var answered = page.Locator(".who").Or(page.Locator(".note.bad")).First.WaitForAsync();
        var click = page.GetByRole(AriaRole.Button, new() { Name = Button }).ClickAsync(new() { Timeout = 10_000 });
        await Task.WhenAny(answered, click);
        await answered;
        try
        {
            await click; // nothing of it is left for the next page
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            // The browser was first, and the button went with the page.
        }
    }
}
