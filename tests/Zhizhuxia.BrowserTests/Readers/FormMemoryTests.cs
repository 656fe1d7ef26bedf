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
        await Assertions.Expect(page.Locator("[data-facts]")).ToContainTextAsync(new Regex(@"^[4-9]\d%"), new() { Timeout = 20_000 });

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
    public async Task Pressed_while_uploading_it_submits_by_itself_when_the_film_is_there_and_only_once()
    {
        using var folder = new TemporaryFolder();
        await using var line = new CutLine(readers.Portal.Address) { Limit = 8 << 20 };
        var page = await readers.Chromium.PhoneAsync(line.Address);
        var posts = 0;
        page.Request += (_, request) => posts += request.Method is "POST" && request.Url.EndsWith("/submit", StringComparison.Ordinal) ? 1 : 0;
        await page.GotoAsync("/submit");
        await page.SetInputFilesAsync("#Form_Files", folder.File("a.mp4", RandomNumberGenerator.GetBytes(Size)));
        await page.FillAsync();

        await page.DblClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("[data-waiting]")).ToContainTextAsync("传完会自动提交");
        await page.WaitForURLAsync("**/submit/receipt");

        Assert.Equal(1, posts);
    }
}
