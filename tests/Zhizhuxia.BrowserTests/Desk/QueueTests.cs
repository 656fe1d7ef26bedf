using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>队列 at the desk: leafing through a film on its poster, one-character search, and acting on ticked rows by keyboard.</summary>
public sealed class QueueTests(FilmDesk desk) : IClassFixture<FilmDesk>
{
    [Fact]
    public async Task Moving_over_a_poster_leafs_through_the_film_and_a_click_opens_the_piece()
    {
        var page = await desk.SitDownAsync();
        var poster = RowOf(page, desk.Piece).Locator(".poster");
        await Expect(poster).ToHaveAttributeAsync("data-storyboard", new System.Text.RegularExpressions.Regex("/storyboard/"));
        var box = (await poster.BoundingBoxAsync())!;

        await page.Mouse.MoveAsync(box.X + 2, box.Y + (box.Height / 2));
        await Expect(poster.Locator(".scrub img:visible")).ToHaveJSPropertyAsync("complete", true);
        var first = await poster.Locator(".scrub img:visible").GetAttributeAsync("style");
        await page.Mouse.MoveAsync(box.X + box.Width - 3, box.Y + (box.Height / 2));

        await Expect(poster.Locator(".scrub img:visible")).Not.ToHaveAttributeAsync("style", first!);
        var picture = (await poster.Locator(".scrub").BoundingBoxAsync())!;
        Assert.InRange(picture.Width, box.Width * 0.5, box.Width + 1);
        await page.Mouse.MoveAsync(box.X + box.Width + 60, box.Y);
        await Expect(poster).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("scrubbing"));
        await poster.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/desk/pieces/{desk.Piece.Id}"));
    }

    [Fact]
    public async Task A_picture_under_the_resting_mouse_stays_when_its_row_is_brought_up_to_date()
    {
        var page = await desk.SitDownAsync();
        var (row, poster) = (RowOf(page, desk.Piece), RowOf(page, desk.Piece).Locator(".poster"));
        await poster.HoverAsync();
        await Expect(poster.Locator(".scrub img:visible")).ToHaveJSPropertyAsync("complete", true);
        var shown = await poster.Locator(".scrub img:visible").GetAttributeAsync("style");

        await desk.ChangeAsync(desk.Piece.Id, piece => piece.Take(desk.Person, TimeProvider.System.GetUtcNow(), null));
        await Expect(row).ToContainTextAsync($"{FilmDesk.Editor} 在看");
        await Expect(poster.Locator(".scrub img:visible")).ToHaveAttributeAsync("style", shown!);
        await page.Mouse.MoveAsync(0, 0);
        await Expect(poster.Locator(".scrub img:visible")).ToHaveCountAsync(0);
        await desk.ChangeAsync(desk.Piece.Id, piece => piece.GiveBack(desk.Person, TimeProvider.System.GetUtcNow()));

        await Expect(row).Not.ToContainTextAsync(FilmDesk.Editor);
        await Expect(poster.Locator(".scrub img:visible")).ToHaveCountAsync(0);
        await poster.HoverAsync(); // the poster, not the link over the whole row
        await Expect(poster.Locator(".scrub img:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_picture_goes_when_its_row_moves_away_from_under_the_mouse()
    {
        var colleague = new Actor(Guid.CreateVersion7(), "初审小谢", [Role.Editor1], []);
        var page = await desk.SitDownAsync();
        var (row, poster) = (RowOf(page, desk.Piece), RowOf(page, desk.Piece).Locator(".poster"));
        await poster.HoverAsync();
        await Expect(poster.Locator(".scrub img:visible")).ToHaveCountAsync(1);

        await desk.ChangeAsync(desk.Piece.Id, piece => piece.Take(colleague, TimeProvider.System.GetUtcNow(), null)); // no longer among those that wait

        await Expect(row).ToContainTextAsync("初审小谢 在看");
        await Expect(poster.Locator(".scrub img:visible")).ToHaveCountAsync(0);
        await desk.ChangeAsync(desk.Piece.Id, piece => piece.GiveBack(colleague, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task Rows_are_ticked_by_keyboard_and_claimed_together()
    {
        var page = await desk.SitDownAsync();
        await page.GetByLabel("编号、标题、正文、人、链接").FillAsync("轮");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("[?&]q="));
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[data-ticked]")).ToHaveTextAsync("已勾选 1 篇");
        await page.GetByRole(AriaRole.Button, new() { Name = "认领" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 篇都办好了");
        await page.GotoAsync("/desk?view=mine");
        await Expect(page.Locator(".queue-title")).ToHaveTextAsync([desk.Fresh.Title]);
        await Expect(page.Locator(".views .count").First).ToBeVisibleAsync(); // fetched once the page stands
    }

    [Fact]
    public async Task The_keys_of_the_ticked_rows_do_nothing_without_one_and_declining_asks_for_the_reason_first()
    {
        var page = await desk.SitDownAsync();
        await page.Locator("h1").ClickAsync();

        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("d");
        await Expect(page.Locator("[data-together]")).Not.ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("d");

        await Expect(page.Locator("#together-reason")).ToBeFocusedAsync();
        Assert.Equal("/desk", new Uri(page.Url).AbsolutePath);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Control+Enter")]
    public async Task Enter_in_the_field_of_a_tag_does_nothing_with_the_ticked_rows(string keys)
    {
        var page = await desk.SitDownAsync();
        await RowOf(page, desk.Piece).Locator("[data-tick]").CheckAsync();

        await page.Locator("#together-tag").FillAsync("春节");
        await page.Keyboard.PressAsync(keys);
        await RowOf(page, desk.Fresh).Locator("[data-tick]").CheckAsync(); // the page is the same

        await Expect(page.Locator("[data-ticked]")).ToHaveTextAsync("已勾选 2 篇");
        Assert.Equal("/desk", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_decline_of_several_asks_for_its_reason_where_the_ticks_are()
    {
        var page = await desk.SitDownAsync();
        await page.GotoAsync("/desk?q=颜色");
        await page.Locator("[data-tick]").First.CheckAsync();
        var reason = page.Locator("#together-reason");

        await page.GetByRole(AriaRole.Button, new() { Name = "不采用…" }).ClickAsync();

        await Expect(reason).ToBeFocusedAsync();
        Assert.True(await reason.EvaluateAsync<bool>("field => field.validity.valueMissing"));
        Assert.Equal("/desk", new Uri(page.Url).AbsolutePath);
        await Expect(page.Locator("[data-tick]").First).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Axe_finds_nothing_on_the_queue_while_it_is_used(bool phone)
    {
        List<string> wrong = [];
        var page = await (phone ? desk.Chromium.PhoneAsync(desk.Portal.Address) : desk.Chromium.DeskAsync(desk.Portal.Address));
        await page.SignInAsync(FilmDesk.Editor);
        await page.GotoAsync("/desk?q=颜色");
        await page.Locator("[data-tick]").First.CheckAsync();
        await page.UnfoldAsync();
        await page.CheckAsync(wrong);
        await page.Locator("#together-reason").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "不采用…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("先看一眼");
        await page.UnfoldAsync();
        await page.CheckAsync(wrong); // the letters, before they go
        await page.GotoAsync("/desk/today");
        await page.CheckAsync(wrong);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static ILocator RowOf(IPage page, Submission piece) => page.Locator("[data-row]", new() { HasText = piece.Number! });
}
