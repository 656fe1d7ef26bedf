using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>比一比: two films under one bar.</summary>
public sealed class CompareTests(AlikeDesk desk) : IClassFixture<AlikeDesk>
{
    /// <summary>How far the second film is from where the first one says it should be, in one and the same moment.</summary>
    private const string Apart = "() => { const [a, b] = document.querySelectorAll('video'); return Math.abs(b.currentTime - (a.currentTime - 2)); }";

    [Fact]
    public async Task Both_films_run_stop_and_jump_together_the_found_distance_apart()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "一起播放或暂停" }).ClickAsync();

        foreach (var second in new[] { 3.0, 3.8, 4.6 })
        {
            await page.WaitForFunctionAsync($"() => document.querySelector('video').currentTime > {second.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            Assert.InRange(await page.EvaluateAsync<double>(Apart), 0, 0.3);
        }
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.WaitForFunctionAsync("() => document.querySelector('video').currentTime > 2.6");
        await page.GetByRole(AriaRole.Button, new() { Name = "一起播放或暂停" }).ClickAsync();

        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('video')].every(film => film.paused && !film.seeking)");
        Assert.InRange(await page.EvaluateAsync<double>(Apart), 0, 0.05);
    }

    [Fact]
    public async Task Where_only_one_film_runs_the_other_waits_at_its_beginning()
    {
        var page = await OpenAsync();
        await Expect(page.Locator("video").Nth(1)).ToHaveClassAsync("turned outside");
        var alone = page.WaitForFunctionAsync("() => { const [a, b] = document.querySelectorAll('video'); return a.currentTime > 0.3 && a.currentTime < 2 && b.paused && b.currentTime === 0; }");
        var together = page.WaitForFunctionAsync("() => { const [a, b] = document.querySelectorAll('video'); return a.currentTime > 2.5 && !b.paused && b.className === 'turned'; }");

        await page.GetByRole(AriaRole.Button, new() { Name = "一起播放或暂停" }).ClickAsync(); // looked at from the beginning on: the film waits for nobody

        await alone;
        await together;
    }

    [Fact]
    public async Task One_film_is_heard_and_it_may_be_the_other()
    {
        var page = await OpenAsync();
        var films = page.Locator("video");
        await Expect(films.Nth(0)).ToHaveJSPropertyAsync("muted", false);
        await Expect(films.Nth(1)).ToHaveJSPropertyAsync("muted", true);

        await page.GetByLabel("听").SelectOptionAsync("ZX261128-0002");

        await Expect(films.Nth(0)).ToHaveJSPropertyAsync("muted", true);
        await Expect(films.Nth(1)).ToHaveJSPropertyAsync("muted", false);
    }

    [Fact]
    public async Task Its_keys_stand_in_the_map_and_rest_while_the_map_is_open()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToContainTextAsync("一起后退 5 秒");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-time]")).ToHaveTextAsync("0:00.0");

        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Locator("[data-time]")).ToHaveTextAsync("0:05.0");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Side_by_side_on_a_desk_one_above_the_other_on_a_phone_and_axe_finds_nothing_serious(ColorScheme colours)
    {
        var page = await OpenAsync(colours);
        foreach (var width in new[] { 1280, 375 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var (first, second) = ((await page.Locator("video").Nth(0).BoundingBoxAsync())!, (await page.Locator("video").Nth(1).BoundingBoxAsync())!);
            Assert.Equal(width > 720, Math.Abs(first.Y - second.Y) < 1);
            var found = await page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        }
    }

    private async Task<IPage> OpenAsync(ColorScheme colours = ColorScheme.Light)
    {
        var page = await desk.SitDownAsync(colours);
        await page.GotoAsync($"/desk/pieces/{desk.Whole.Id}/compare/{desk.Part.Id}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('video')].every(film => film.readyState >= 3)");
        return page;
    }
}
