using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>请您补充: the reader opens the piece by its receipt and answers with words and with the original film.</summary>
public sealed class AnswerTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_brings_the_original_and_sends_the_piece_back_to_the_editors(bool scripts)
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, scripts: scripts);
        await page.GotoAsync("/submit");
        await page.ChooseAsync("Link");
        await page.FillAsync("#Form_LinkText", "看看【米粉】 https://v.example.com/iabc123/");
        await page.FillAsync();
        await page.SubmitAsync();
        var code = string.Concat(await page.Locator(".code span").AllInnerTextsAsync());
        await AskAsync(await page.Locator(".receipt-number").InnerTextAsync());

        await LookUpAsync(page, code);
        await Assertions.Expect(page.Locator(".state-word")).ToHaveTextAsync("请您补充");
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("原片");
        await page.WaitForLoadStateAsync();
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "原片.mov", MimeType = "video/quicktime", Buffer = new byte[90_000] });
        await page.FillAsync("#Answer", "这是手机里的原片。");
        await page.ClickAsync("[data-submit]");

        await Assertions.Expect(page.Locator(".note.good")).ToContainTextAsync("答复已收到");
        await Assertions.Expect(page.Locator(".file-name")).ToHaveTextAsync("原片.mov");
        await Assertions.Expect(page.Locator(".state-word")).ToHaveTextAsync("已收到");
    }

    private static async Task LookUpAsync(IPage page, string code)
    {
        await page.GotoAsync("/status");
        await page.FillAsync("#Receipt", code);
        await page.ClickAsync("form[data-look-up] button");
    }

    private async Task AskAsync(string number)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = readers.Portal.Data.OpenDb();
        var piece = await db.Aggregate().SingleAsync(row => row.Number == number, ct);
        var now = DateTimeOffset.UtcNow;
        piece.Take(Wang, now, null);
        piece.Apply(Verb.Ask, Wang, now, new() { Items = [RequestItem.Original], Due = now.AddDays(7), Comment = "能传一份手机里的原片吗？" });
        await db.SaveChangesAsync(ct);
    }
}
