using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests;

/// <summary>The main job, end to end: a reader's film over a bad line becomes a published piece that plays upright.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Title = "清晨的湘江";
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_film_sent_over_a_cut_line_to_a_killed_server_is_reviewed_by_three_people_published_and_plays_upright()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional" }, Ct);
        await portal.OpenColumnAsync("视·街坊", Ct);
        await portal.HireAsync("初审小王", Ct, Role.Editor1, Role.Editor2);
        await portal.HireAsync("复审老李", Ct, Role.Editor2);
        await portal.HireAsync("终审周总", Ct, Role.Editor3, Role.Publisher);
        var clip = Path.Combine(portal.DataFolder, "IMG_0031.mov");
        await PhoneClip.MakeAsync(clip, seconds: 5, megabits: 40, Ct);

        var receipt = await SendAsync(portal, clip);
        await StatusSaysAsync(portal, receipt, "已收到");
        var piece = await TheOnlyPieceAsync(portal);
        var address = $"/desk/pieces/{piece.Id}";

        var first = await chromium.SitDownAsync(portal, "初审小王");
        await first.GetByText(Title).First.ClickAsync();
        await ClaimAsync(first);
        await first.GetByLabel("AI 标识").SelectOptionAsync(nameof(AiLabel.None));
        await first.GetByLabel("栏目").SelectOptionAsync(new SelectOptionValue { Label = "视·街坊" });
        await first.RunAndWaitForResponseAsync(() => first.GetByRole(AriaRole.Button, new() { Name = "保存修改" }).ClickAsync(), answer => answer.Request.Method is "POST");
        await PassAsync(first, portal, address);
        await StatusSaysAsync(portal, receipt, "审看中");

        await first.GotoAsync(address);
        await ClaimAsync(first);
        await Expect(first.Locator(".verb", new() { HasText = "通过" })).ToContainTextAsync(RefusalTexts.Of("fresh-eyes"));
        await first.GetByRole(AriaRole.Button, new() { Name = "交还" }).ClickAsync();

        var second = await chromium.SitDownAsync(portal, "复审老李");
        await second.GotoAsync(address);
        await ClaimAsync(second);
        await PassAsync(second, portal, address);

        var third = await chromium.SitDownAsync(portal, "终审周总");
        await third.GotoAsync(address);
        await ClaimAsync(third);
        await PassAsync(third, portal, address, writes: true);
        await StatusSaysAsync(portal, receipt, "已采用");

        await PublishAsync(third, portal, address);
        await StatusSaysAsync(portal, receipt, "已刊发");
        await PlaysUprightAsync(portal, (await TheOnlyPieceAsync(portal)).ShortCode!);
        await TakeDownAsync(third, portal, address);
    }

    /// <summary>The reader's part, on a phone: the line is cut once, the server killed once, both in the middle of the file.</summary>
    private async Task<string> SendAsync(PortalProcess portal, string clip)
    {
        await using var line = new CutLine(portal.Address) { Limit = 6 << 20 };
        var page = await chromium.PhoneAsync(line.Address);
        await page.GotoAsync("/submit");
        await page.Locator("input[type=file]").SetInputFilesAsync(clip);
        await FillAsync(page);

        await line.CarriedAsync(9 << 20); // the first piece is acknowledged, the second under way
        line.Cut();
        await Expect(page.Locator("[data-facts]")).ToContainTextAsync("不会丢");
        line.Mend();
        await line.CarriedAsync(19 << 20);
        await portal.KillAsync();
        await portal.StartAgainAsync(Ct);
        line.Limit = null;

        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/submit/receipt"), new() { Timeout = 300_000 });
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(clip, Ct)));
        await Expect(page.Locator(".receipt")).ToContainTextAsync(sha256);
        await Expect(page.Locator(".receipt-number")).ToHaveTextAsync(new Regex(@"^ZX\d{6}-0001$"));
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await Staff.OnlyOriginalAsync(portal, Ct))));
        return string.Concat(await page.Locator(".code span").AllInnerTextsAsync());
    }

    private static async Task FillAsync(IPage page)
    {
        await page.Locator("[name='Form.Title']").FillAsync(Title);
        await page.Locator("[name='Form.Text']").FillAsync("天刚亮,在株洲湘江边拍的晨雾和早起的钓鱼人。");
        foreach (var choice in new[] { "Origin=Own", "AiUse=No", "People=NobodyRecognisable", "Minors=None", "PublishedBefore=No", "CreditWish=RealName", "Age=Adult" })
            await page.Locator($"[name='Form.{choice.Split('=')[0]}'][value='{choice.Split('=')[1]}']").CheckAsync(new() { Force = true });
        await page.Locator("[name='Form.CreditName']").FillAsync("李翰");
        await page.Locator("[name='Form.Name']").FillAsync("李翰");
        await page.Locator("[name='Form.Email']").FillAsync("reader@example.org");
        foreach (var consent in new[] { "AgreeLicence", "AgreeTruth", "AgreePrivacy" })
            await page.Locator($"[name='Form.{consent}']").CheckAsync(new() { Force = true });
    }

    private async Task StatusSaysAsync(PortalProcess portal, string receipt, string word)
    {
        var page = await chromium.PhoneAsync(portal.Address);
        await page.GotoAsync("/status");
        await page.Locator("[name=Receipt]").FillAsync(receipt);
        await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Expect(page.Locator(".state-word")).ToHaveTextAsync(word);
        Assert.DoesNotContain(receipt, page.Url, StringComparison.OrdinalIgnoreCase);
        await page.Context.CloseAsync();
    }

    private static async Task ClaimAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "认领这篇稿件" }).ClickAsync();
        await Expect(page.GetByText("您已认领这篇稿件")).ToBeVisibleAsync();
    }

    /// <summary>Passes once the machines are done, with the whole rights checklist.</summary>
    private static async Task PassAsync(IPage page, PortalProcess portal, string address, bool writes = false)
    {
        await Staff.UsableAsync(page, portal, address, "通过");
        await page.Locator(".verb-open summary", new() { HasText = "通过" }).ClickAsync();
        foreach (var point in await page.Locator("details[open] [name='Form.Rights']").AllAsync())
            await point.CheckAsync(new() { Force = true });
        await page.Locator("details[open] button.button").ClickAsync();
        if (writes)
        {
            await Expect(page.Locator("#body")).ToHaveValueAsync(new Regex("采用"));
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("并发出这封信") }).ClickAsync();
        }
        await page.WaitForURLAsync(new Regex("done=Pass"));
    }

    private static async Task PublishAsync(IPage page, PortalProcess portal, string address)
    {
        await Staff.UsableAsync(page, portal, address, "刊发");
        await page.Locator(".verb-open summary", new() { HasText = "刊发" }).ClickAsync();
        await page.Locator("details[open] button.button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("并发出这封信") }).ClickAsync();
        await Expect(page.Locator("img.qr")).ToBeVisibleAsync();
    }

    private async Task PlaysUprightAsync(PortalProcess portal, string code)
    {
        var page = await chromium.PhoneAsync(portal.Address);
        await page.GotoAsync("/");
        await page.GetByText(Title).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/v/{code}$", RegexOptions.IgnoreCase));
        await page.Locator("video").EvaluateAsync("video => { video.muted = true; return video.play(); }");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 1");
        var seen = await page.Locator("video").EvaluateAsync<int[]>("""
            video => {
              const canvas = document.createElement('canvas');
              canvas.width = video.videoWidth; canvas.height = video.videoHeight;
              const pen = canvas.getContext('2d');
              pen.drawImage(video, 0, 0);
              const at = share => [...pen.getImageData(canvas.width / 2, canvas.height * share, 1, 1).data].slice(0, 3);
              return [video.videoWidth, video.videoHeight, ...at(0.2), ...at(0.8)];
            }
            """);
        Assert.True(seen[0] < seen[1], $"{seen[0]}×{seen[1]} is not upright");
        Assert.True(seen[2] > seen[4] && seen[5] < seen[7], "red is not above, or blue not below");
        await page.Context.CloseAsync();
    }

    private async Task TakeDownAsync(IPage desk, PortalProcess portal, string address)
    {
        var code = (await TheOnlyPieceAsync(portal)).ShortCode!;
        await Staff.UsableAsync(desk, portal, address, "下线");
        await desk.Locator(".verb-open summary", new() { HasText = "下线" }).ClickAsync();
        await desk.Locator("details[open] textarea").FillAsync("作者来电要求");
        await desk.Locator("details[open] button.button").ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("并发出这封信") }).ClickAsync();
        await desk.WaitForURLAsync(new Regex("done=TakeDown"));

        var page = await chromium.PhoneAsync(portal.Address);
        await page.GotoAsync($"/v/{code}");
        await Expect(page.Locator(".tombstone")).ToBeVisibleAsync();
        await Expect(page.Locator("video")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task<Submission> TheOnlyPieceAsync(PortalProcess portal)
    {
        await using var db = portal.Data.OpenDb();
        return await db.Submissions.AsNoTracking().SingleAsync(Ct);
    }
}
