using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>补原片: the letter's one-time link on a phone, with scripts and without.</summary>
public sealed class OriginalTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_original_is_brought_by_the_link(bool scripts)
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, scripts: scripts);
        List<string> wrong = [];
        var code = await AskAsync(await HandInAsync(page));

        await page.GotoAsync($"/original#{code}");
        if (!scripts)
        {
            await page.FillAsync("#Receipt", code);
            await page.ClickAsync("form[data-look-up] button");
        }
        await Assertions.Expect(page.Locator("[data-uploads]")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
        Assert.Equal(0, await page.Locator("textarea").CountAsync());
        if (scripts)
            await page.CheckAsync(wrong);
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "原片.mov", MimeType = "video/quicktime", Buffer = new byte[90_000] });
        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("原片收到了");
        if (scripts)
            await page.CheckAsync(wrong);
        await page.GotoAsync("/status");
        await page.GotoAsync($"/original#{code}");
        if (scripts)
            await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("已经用过或失效");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Without_a_film_the_page_says_so_and_nothing_is_sent()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        var code = await AskAsync(await HandInAsync(page));
        await page.GotoAsync($"/original#{code}");
        await Assertions.Expect(page.Locator("[data-uploads]")).ToBeVisibleAsync();
        await page.ListensAsync();

        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator("[data-complaint]")).ToContainTextAsync("请先选择视频");
    }

    [Fact]
    public async Task Who_is_asked_again_brings_another_film()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        var number = await HandInAsync(page);

        foreach (var name in new[] { "原片一.mov", "原片二.mov" })
        {
            await page.GotoAsync("/status"); // a link differs from the former by what stands behind # only
            await page.GotoAsync($"/original#{await AskAsync(number)}");
            await Assertions.Expect(page.Locator("[data-uploads]")).ToBeVisibleAsync();
            await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = name, MimeType = "video/quicktime", Buffer = new byte[90_000 + name[2]] });
            await page.ClickAsync("[data-submit]");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("原片收到了");
        }

        await using var db = readers.Portal.Data.OpenDb();
        Assert.Equal(2, (await db.Aggregate().SingleAsync(row => row.Number == number, Ct)).Assets.Count);
    }

    private static async Task<string> HandInAsync(IPage page)
    {
        await page.GotoAsync("/submit");
        await page.ChooseAsync("Link");
        await page.FillAsync("#Form_LinkText", "看看【米粉】 https://v.example.com/iabc123/");
        await page.FillAsync();
        await page.SubmitAsync();
        return await page.Locator(".receipt-number").InnerTextAsync();
    }

    /// <summary>What stands behind # in the letter.</summary>
    private async Task<string> AskAsync(string number)
    {
        await using var scope = readers.Portal.Data.Scope();
        await using var db = readers.Portal.Data.OpenDb();
        var piece = await db.Aggregate().SingleAsync(row => row.Number == number, Ct);
        var now = DateTimeOffset.UtcNow;
        piece.Take(Wang, now, null);
        piece.Apply(Verb.Ask, Wang, now, new() { Items = [RequestItem.Original], Due = now.AddDays(7), Comment = "能传一份手机里的原片吗？" });
        await db.SaveChangesAsync(Ct);
        return scope.ServiceProvider.GetRequiredService<AnswerLink>().CodeFor(piece);
    }
}
