using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>What the reader's own browser keeps while the form is being filled in.</summary>
public sealed class FormMemoryTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private const int Size = 40 << 20;

    [Fact]
    public async Task The_same_film_chosen_again_after_a_reload_goes_on_where_it_was_under_another_name()
    {
        var ct = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var film = folder.File("IMG_0001.mp4", RandomNumberGenerator.GetBytes(Size));
        await using var line = new CutLine(readers.Portal.Address) { Limit = 8 << 20 };
        var page = await readers.Chromium.PhoneAsync(line.Address);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync("/submit");
        await page.FillAsync("#Form_Title", FilledForm.Title);
        await page.SetInputFilesAsync("#Form_Files", film);
        await line.CarriedAsync(24 << 20);
        line.Limit = 64 << 10; // as good as standing: the reload comes in the middle, however slow the machine is
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync(new Regex(@"^[4-9]\d%"));

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync("重新选择同一个文件就能接着传");
        Assert.Equal(FilledForm.Title, await page.InputValueAsync("#Form_Title"));
        line.Limit = null;
        var before = line.Carried;
        var renamed = Path.ChangeExtension(film, ".mov");
        File.Move(film, renamed);
        await page.SetInputFilesAsync("#Form_Files", renamed);
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync("已传完");

        Assert.InRange(line.Carried - before, 1, Size * 3 / 4);
        await page.FillAsync();
        await page.SubmitAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(renamed, ct)));
        await Assertions.Expect(page.Locator(".receipt")).ToContainTextAsync(hash);
        Assert.Equal("[]", await page.EvaluateAsync<string>("JSON.stringify(Object.keys(localStorage).filter(key => key.startsWith('zhizhuxia')))"));
    }

    [Fact]
    public async Task Whose_cookie_is_gone_keeps_the_words_and_sends_the_film_again()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        await page.GotoAsync("/submit");
        await page.FillAsync("#Form_Title", FilledForm.Title);
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "江边.mp4", MimeType = "video/mp4", Buffer = new byte[70_000] });
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync("已传完");
        await page.Context.ClearCookiesAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
        Assert.Equal(FilledForm.Title, await page.InputValueAsync("#Form_Title"));
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "江边.mp4", MimeType = "video/mp4", Buffer = new byte[70_000] });

        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync("已传完");
    }

    [Fact]
    public async Task A_film_chosen_before_the_script_is_there_is_sent_as_well()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/dist/submit*.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/submit", new() { WaitUntil = WaitUntilState.Commit });
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "早早选好的.mp4", MimeType = "video/mp4", Buffer = new byte[70_000] });

        held.SetResult();

        await Assertions.Expect(page.Locator("[data-name]")).ToHaveTextAsync("早早选好的.mp4");
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync("已传完");
    }

    [Fact]
    public async Task Pressed_while_uploading_it_submits_by_itself_when_the_film_is_there_and_only_once()
    {
        using var folder = new TemporaryFolder();
        await using var line = new CutLine(readers.Portal.Address) { Limit = 256 << 10 }; // still uploading when the button is pressed, however slow the machine is
        var page = await readers.Chromium.PhoneAsync(line.Address);
        var posts = 0;
        page.Request += (_, request) => posts += request.Method is "POST" && request.Url.EndsWith("/submit", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync("/submit");
        await page.SetInputFilesAsync("#Form_Files", folder.File("a.mp4", RandomNumberGenerator.GetBytes(Size)));
        await page.FillAsync();

        await page.DblClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-waiting]")).ToContainTextAsync("传完会自动提交");
        line.Limit = null;
        await page.WaitForURLAsync("**/submit/receipt");

        Assert.Equal(1, posts);
    }
}
