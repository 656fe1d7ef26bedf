using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>审稿页: the time bar with its pictures and marks, and the choice of the cover.</summary>
public sealed class FilmDeskTests(FilmDesk desk) : IClassFixture<FilmDesk>
{
    /// <summary>Mean red, green and blue of what an image shows inside its frame.</summary>
    private const string ColourOf = """
        image => {
          const frame = image.parentElement;
          const [, x, y] = (image.style.transform.match(/translate\((-?[\d.]+)px, (-?[\d.]+)px\)/) ?? ['', 0, 0]).map(Number);
          const whole = frame.classList.contains('peek-frame');
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 1;
          const pen = canvas.getContext('2d');
          pen.drawImage(image, -x, -y, whole ? frame.clientWidth : image.naturalWidth, whole ? frame.clientHeight : image.naturalHeight, 0, 0, 1, 1);
          return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
        }
        """;

    [Theory]
    [InlineData(1.5, "0:01 黑场", new[] { 0, 0, 0 })]
    [InlineData(3.5, "0:03", new[] { 1, 0, 0 })]
    [InlineData(5.5, "0:05 静止画面", new[] { 0, 0, 1 })]
    [InlineData(8.5, "0:08 无声", new[] { 0, 1, 0 })]
    public async Task Over_the_bar_the_picture_and_the_marks_of_that_moment_are_shown(double seconds, string words, int[] colour)
    {
        var page = await OpenAsync(desk.Piece.Id);

        await HoverAsync(page, seconds);

        await Expect(page.Locator(".peek-words")).ToHaveTextAsync(words);
        var picture = page.Locator(".peek-frame img:visible");
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.Equal(colour, Colour(await picture.EvaluateAsync<int[]>(ColourOf)));
    }

    [Fact]
    public async Task Each_mark_lies_on_the_bar_where_it_is_in_the_film()
    {
        var page = await OpenAsync(desk.Piece.Id);
        var bar = (await page.GetByRole(AriaRole.Slider).BoundingBoxAsync())!;

        foreach (var (kind, from, to) in new[] { ("black", 0, 2), ("frozen", 4, 7), ("silent", 7.0, FilmDesk.Seconds) })
        {
            var mark = (await page.Locator($".timeline .stretch.{kind}").BoundingBoxAsync())!;
            Assert.Equal(from / FilmDesk.Seconds, (mark.X - bar.X) / bar.Width, 0.03);
            Assert.Equal(to / FilmDesk.Seconds, (mark.X + mark.Width - bar.X) / bar.Width, 0.03);
        }
        await Expect(page.Locator(".marks-name")).ToHaveTextAsync(["黑场 1 处", "静止画面 1 处", "无声 1 处"]);
    }

    [Fact]
    public async Task The_bar_can_be_used_by_keyboard_and_says_where_it_is()
    {
        var page = await OpenAsync(desk.Piece.Id);
        var bar = page.GetByRole(AriaRole.Slider);
        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", "0:00，共 0:09，黑场");

        await bar.PressAsync("ArrowRight");
        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", "0:05，共 0:09，静止画面");
        await Expect(page.Locator(".peek-words")).ToHaveTextAsync("0:05 静止画面");
        await bar.PressAsync("End");
        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", new Regex("^0:0[89]，共 0:09"));
        await bar.PressAsync("Home");
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "0.0");
    }

    [Fact]
    public async Task The_bar_is_dragged_and_a_listed_mark_jumps_to_its_place()
    {
        var page = await OpenAsync(desk.Piece.Id);
        await HoverAsync(page, 1);
        await page.Mouse.DownAsync();
        await HoverAsync(page, 6);
        await page.Mouse.UpAsync();
        await AtAsync(page, 6);

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("跳到静止画面") }).ClickAsync();
        await AtAsync(page, 4);
    }

    [Fact]
    public async Task Without_findings_the_bar_shows_the_time_alone()
    {
        var page = await OpenAsync(desk.Fresh.Id);

        await HoverAsync(page, 6);

        await Expect(page.Locator(".peek-words")).ToHaveTextAsync(new Regex(@"^0:\d\d$"));
        await Expect(page.Locator(".peek-frame")).ToBeHiddenAsync();
        await Expect(page.Locator(".timeline .stretch, .marks, .stills")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_chosen_still_is_the_cover_on_the_page_and_in_the_queue()
    {
        var page = await OpenAsync(desk.Piece.Id);
        await page.GetByRole(AriaRole.Button, new() { Name = "认领这篇稿件" }).ClickAsync();
        await Expect(page.GetByText("您已认领这篇稿件")).ToBeVisibleAsync();
        await page.WholeAsync();
        var stills = page.Locator("button.still");
        Assert.True(await stills.CountAsync() >= 4);
        Assert.All(await stills.AllInnerTextsAsync(), text => Assert.Equal("设为封面", text.Trim()));
        var green = stills.Last;
        await Expect(green.Locator("img")).Not.ToHaveJSPropertyAsync("naturalWidth", 0);
        var colour = Colour(await green.Locator("img").EvaluateAsync<int[]>(ColourOf));
        Assert.Equal([0, 1, 0], colour);
        Assert.NotEqual(colour, await QueuedAsync());

        await green.ClickAsync();

        await Expect(page.Locator(".still.now")).ToContainTextAsync("现在的封面");
        await Expect(page.Locator(".stills")).ToContainTextAsync("初审小王");
        Assert.Equal(colour, await QueuedAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "交还" }).ClickAsync(); // the other tests find it as it was
        await Expect(page.Locator(".stills")).ToHaveCountAsync(0);

        async Task<int[]> QueuedAsync()
        {
            var queue = await page.Context.NewPageAsync();
            await queue.GotoAsync("/desk", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var cover = queue.Locator(".queue-row", new() { HasText = desk.Piece.Title }).Locator("img");
            await Expect(cover).Not.ToHaveJSPropertyAsync("naturalWidth", 0);
            return Colour(await cover.EvaluateAsync<int[]>(ColourOf));
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_and_a_phone_needs_no_sideways_scrolling(ColorScheme colours)
    {
        var page = await OpenAsync(desk.Piece.Id, colours);
        await HoverAsync(page, 5);
        foreach (var width in new[] { 1280, 375 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var found = await page.RunAxe();
            Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        }
    }

    private async Task<IPage> OpenAsync(Guid piece, ColorScheme colours = ColorScheme.Light)
    {
        var page = await desk.SitDownAsync(colours);
        await page.GotoAsync($"/desk/pieces/{piece}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }

    /// <summary>Moves the mouse over the bar once it has taken the place of the browser's own controls, stands still and is covered by nothing.</summary>
    private static async Task HoverAsync(IPage page, double seconds)
    {
        var slider = page.GetByRole(AriaRole.Slider);
        await Expect(page.Locator("video:not([controls])")).ToHaveCountAsync(1);
        var bar = (await slider.BoundingBoxAsync())!;
        await slider.HoverAsync(new() { Position = new() { X = (float)(bar.Width * seconds / FilmDesk.Seconds), Y = bar.Height / 2 } });
    }

    private static async Task AtAsync(IPage page, double seconds) => await page.WaitForFunctionAsync(
        string.Create(CultureInfo.InvariantCulture, $"() => {{ const film = document.querySelector('video'); return !film.seeking && Math.abs(film.currentTime - {seconds}) < 0.3; }}"));

    /// <summary>Which of red, green and blue are there.</summary>
    private static int[] Colour(int[] mean) => [.. mean.Select(part => part > 70 ? 1 : 0)];
}
