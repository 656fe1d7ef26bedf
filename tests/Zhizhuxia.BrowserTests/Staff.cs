using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests;

/// <summary>The people of a test's newsroom, and how they sit down at their desks.</summary>
internal static class Staff
{
    public const string Password = "xiangjiang-morning-fog-88";

    public static async Task<Editor> HireAsync(this PortalProcess portal, string name, CancellationToken ct, params Role[] roles)
    {
        var editor = new Editor
        {
            DisplayName = name, Roles = roles, UserName = MailOf(name), Email = MailOf(name), EmailConfirmed = true,
            NormalizedEmail = MailOf(name).ToUpperInvariant(), NormalizedUserName = MailOf(name).ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true, CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        editor.PasswordHash = new PasswordHasher<Editor>().HashPassword(editor, Password);
        await using var db = portal.Data.OpenDb();
        db.Users.Add(editor);
        await db.SaveChangesAsync(ct);
        return editor;
    }

    public static async Task OpenColumnAsync(this PortalProcess portal, string name, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        db.Columns.Add(new Column { Id = Guid.CreateVersion7(), Name = name, Position = 1 });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A desk with this person signed in, in front of the queue.</summary>
    public static async Task<IPage> SitDownAsync(this Chromium chromium, PortalProcess portal, string name, ColorScheme colours = ColorScheme.Light)
    {
        var page = await chromium.DeskAsync(portal.Address, colours);
        await page.SignInAsync(name);
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk$"));
        return page;
    }

    /// <summary>Name and password; who has a second factor is then asked for the code.</summary>
    public static async Task SignInAsync(this IPage page, string name)
    {
        await page.GotoAsync("/desk");
        await page.GetByLabel("邮箱").FillAsync(MailOf(name));
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/account/login", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.WholeAsync();
    }

    /// <summary>Waits until all of the page is there. The page itself is asked: its event may have come before anybody listened for it.</summary>
    public static Task WholeAsync(this IPage page) => page.WaitForFunctionAsync("() => document.readyState === 'complete'");

    /// <summary>Waits until the scripts of the page listen: what is pressed or chosen before is lost. On a page that is being left, expect something of the new one first.</summary>
    public static Task ListensAsync(this IPage page) => Assertions.Expect(page.Locator("html")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("js"));

    /// <summary>The bytes of the one original in the store, once it is there.</summary>
    public static async Task<byte[]> OnlyOriginalAsync(PortalProcess portal, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        var asset = await db.Assets.AsNoTracking().SingleAsync(ct);
        var stored = Path.Combine(portal.DataFolder, "blobs", "originals", asset.Id.ToString("N"));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(Chromium.Patience);
        while (!File.Exists(stored))
            await beat.WaitForNextTickAsync(patience.Token);
        return await File.ReadAllBytesAsync(stored, ct);
    }

    /// <summary>Waits until a button of the workflow is free, machines may still be at work; says what they did if it never is.</summary>
    public static async Task UsableAsync(IPage page, PortalProcess portal, string address, string verb)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        try
        {
            do
                await page.GotoAsync(address);
            while (await page.Locator(".verb-open summary", new() { HasText = verb }).CountAsync() == 0 && await beat.WaitForNextTickAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            await using var db = portal.Data.OpenDb();
            var jobs = await db.Jobs.AsNoTracking().Select(job => $"{job.Kind} {job.State} {job.Failures} {job.Error}").ToListAsync();
            var films = await db.Assets.AsNoTracking().Select(film => $"{film.State} {film.RefusalCode} {film.Facts}").ToListAsync();
            Assert.Fail($"{verb} never became free:\n{await page.Locator(".verb", new() { HasText = verb }).InnerTextAsync()}\n{string.Join('\n', [.. jobs, .. films])}");
        }
    }

    private static string MailOf(string name) => $"{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(name))}@example.org";
}
