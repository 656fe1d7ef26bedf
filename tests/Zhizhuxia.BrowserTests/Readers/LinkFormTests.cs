using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>The form says what was pasted while the reader types, by the server's own reading.</summary>
public sealed class LinkFormTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private const string Field = "#Form_LinkText";
    private const string Line = "[data-recognised]";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_share_text_is_recognised_and_the_page_stays_open_to_all(bool phone)
    {
        var page = phone ? await readers.Chromium.PhoneAsync(readers.Portal.Address) : await readers.Chromium.DeskAsync(readers.Portal.Address);
        List<string> wrong = [];
        await page.GotoAsync("/submit");
        await page.ChooseAsync("Link");

        await page.FillAsync(Field, "7.43 复制打开抖音，看看 https://v.douyin.com/iRNBho6u/ 湘江边的龙舟");
        await Assertions.Expect(page.Locator(Line)).ToHaveTextAsync("识别到：抖音 · 链接 1 个");
        await page.CheckAsync(wrong);
        await page.FillAsync(Field, "https://live.bilibili.com/22");
        await Assertions.Expect(page.Locator(Line)).ToContainTextAsync("这是直播间");
        await page.FillAsync(Field, "");
        await Assertions.Expect(page.Locator(Line)).ToHaveTextAsync("");

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Ten_keys_in_a_row_are_one_question()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        await page.Clock.InstallAsync();
        await page.GotoAsync("/submit");
        await page.ChooseAsync("Link");
        await page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1)); // no time passes between two keys
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/links/recognise", StringComparison.Ordinal) ? 1 : 0;

        await page.Locator(Field).PressSequentiallyAsync("b23.tv/GIx https://b23.tv/GIxeXkP");
        await page.Clock.RunForAsync(1000);
        await Assertions.Expect(page.Locator(Line)).ToHaveTextAsync(new Regex("^识别到：B站"));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Without_scripts_the_line_is_not_there()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, scripts: false);
        await page.GotoAsync("/submit");
        await page.ChooseAsync("Link");

        await page.FillAsync(Field, "https://v.douyin.com/iRNBho6u/");

        await Assertions.Expect(page.Locator(Line)).ToBeHiddenAsync();
    }
}
