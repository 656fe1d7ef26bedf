using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>What somebody has written, folded or opened on an open page stays, whatever is brought up to date or on its way.</summary>
[Collection(nameof(DeskDay))]
public sealed class KeptTests(DeskDay desk)
{
    [Fact]
    public async Task A_note_sent_twice_is_one_and_the_next_is_written_while_it_is_on_its_way()
    {
        var page = await OpenAsync("慢线路上的批注");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/notes?film=*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await WriteAsync(page, "片头太长");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#note-text").PressAsync("Enter");
        await page.Keyboard.TypeAsync("片尾太短");

        held.SetResult();

        await Expect(page.Locator(".film-note-row")).ToContainTextAsync("片头太长");
        await Expect(page.Locator("#note-text")).ToHaveValueAsync("片尾太短");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".film-note-row .prewrap")).ToHaveTextAsync(["片头太长", "片尾太短"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_that_does_not_arrive_comes_back_into_its_field(bool answered)
    {
        var page = await OpenAsync("断线时的批注");
        await page.RouteAsync("**/notes?film=*", route => answered ? route.FulfillAsync(new() { Status = 503 }) : route.AbortAsync());
        await page.Locator("video").EvaluateAsync("async film => { film.currentTime = 3; await new Promise(done => film.addEventListener('seeked', done, { once: true })); }");

        await WriteAsync(page, "片头太长");
        await page.RunAndWaitForRequestAsync(() => page.Keyboard.PressAsync("Enter"), "**/notes?film=*");

        await Expect(page.Locator("#note-text")).ToHaveValueAsync("片头太长");
        await Expect(page.Locator("[data-note-time]")).ToHaveTextAsync("0:03");
        await page.UnrouteAllAsync();
        await page.Locator("#note-text").PressAsync("Enter");
        await Expect(page.Locator(".film-note-row")).ToContainTextAsync("片头太长");
        await Expect(page.Locator(".note-at")).ToHaveTextAsync("0:03");
    }

    [Fact]
    public async Task What_is_done_together_stays_folded_when_somebody_has_folded_it()
    {
        var ticked = await desk.BringAsync("勾着的");
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.Locator("[data-row]", new() { HasText = ticked.Title }).Locator("[data-tick]").CheckAsync();
        await Expect(page.Locator("[data-together]")).ToHaveAttributeAsync("open", "");
        await page.Locator("[data-together] > summary").ClickAsync();
        await Expect(page.Locator("[data-together]")).Not.ToHaveAttributeAsync("open", "");

        var fresh = await desk.BringAsync("又来一篇");

        await Expect(page.Locator("[data-row]", new() { HasText = fresh.Title })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-ticked]")).ToHaveTextAsync("已勾选 1 篇");
        Assert.False(await page.Locator("[data-together]").EvaluateAsync<bool>("fold => fold.open"));
    }

    [Fact]
    public async Task A_queue_that_could_not_be_fetched_stays_and_is_fetched_again()
    {
        var mine = await desk.BringAsync("早就在的");
        var page = await desk.SitDownAsync(DeskDay.First);
        var failed = false;
        await page.RouteAsync("**/desk", route =>
        {
            if (failed || !route.Request.Headers.ContainsKey("x-live"))
                return route.ContinueAsync();
            failed = true;
            return route.FulfillAsync(new() { Status = 502, Body = "<h1>502 Bad Gateway</h1>", ContentType = "text/html" });
        });

        var fresh = await desk.BringAsync("重启时送到的");

        await Expect(page.Locator("[data-row]", new() { HasText = fresh.Title })).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row]", new() { HasText = mine.Title })).ToBeVisibleAsync();
        Assert.True(failed);
    }

    [Fact]
    public async Task The_keyboard_stays_at_a_view_when_the_counts_arrive()
    {
        var page = await desk.SitDownAsync(DeskDay.First);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/desk?handler=Counts*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/desk");
        await page.Locator(".views a").Nth(1).FocusAsync();

        held.SetResult();

        await Expect(page.Locator(".views .count").First).ToBeVisibleAsync();
        await Expect(page.Locator(".views a").Nth(1)).ToBeFocusedAsync();
    }

    private static async Task WriteAsync(IPage page, string words)
    {
        await page.Locator("#note-text").FocusAsync();
        await page.Keyboard.TypeAsync(words);
    }

    private async Task<IPage> OpenAsync(string title)
    {
        var piece = await desk.BringAsync(title);
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 1");
        return page;
    }
}
