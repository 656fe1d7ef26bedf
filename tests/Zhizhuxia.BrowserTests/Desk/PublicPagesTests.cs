using Microsoft.Playwright;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>The pages of readers when there is something on them: published films, columns, tombstones, and how a piece stands.</summary>
[Collection(nameof(BusyNewsroom))]
public sealed class PublicPagesTests(BusyNewsroom newsroom)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(bool phone)
    {
        var page = phone ? await newsroom.Chromium.PhoneAsync(newsroom.Portal.Address) : await newsroom.Chromium.DeskAsync(newsroom.Portal.Address);
        List<string> wrong = [];
        foreach (var path in new[] { "/", $"/column/{newsroom.ColumnId}", $"/v/{Piece("Published").ShortCode}", $"/v/{Piece("TakenDown").ShortCode}" })
        {
            var answer = await page.GotoAsync(path);
            Assert.NotEqual(404, answer!.Status);
            await page.UnfoldAsync();
            await page.CheckAsync(wrong);
        }
        foreach (var piece in new[] { "Review1", "mine", "Waiting", "Adopted", "Published", "TakenDown", "Closed" })
        {
            await page.GotoAsync("/status");
            await page.Locator("[name=Receipt]").FillAsync(newsroom.ReceiptOf(Piece(piece)));
            await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
            await Assertions.Expect(page.Locator(".state-word")).ToBeVisibleAsync();
            await page.UnfoldAsync();
            await page.CheckAsync(wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private Submission Piece(string name) => newsroom.Piece(name);
}
