using Microsoft.Playwright;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>A page whose piece has gone on elsewhere offers nothing that would be refused.</summary>
[Collection(nameof(DeskDay))]
public sealed class StalePageTests(DeskDay desk)
{
    [Fact]
    public async Task Who_lost_the_claim_has_no_button_that_would_be_refused_and_keeps_what_was_typed()
    {
        var piece = await desk.BringAsync("被接手的");
        await desk.ChangeAsync(piece.Id, row => row.Take(Named(DeskDay.First), TimeProvider.System.GetUtcNow(), null));
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        var ask = page.Locator("[data-verb=Ask]");
        await ask.Locator("summary").ClickAsync();
        await ask.Locator("textarea").First.FillAsync("请补一段原声");
        await page.Locator("#c-title").FillAsync("改好的标题");
        await Expect(ask.Locator("button")).ToBeEnabledAsync();

        await desk.ChangeAsync(piece.Id, row => row.Take(Named(DeskDay.Colleague), TimeProvider.System.GetUtcNow(), "小王下班了"));

        await Expect(page.Locator("#holder")).ToContainTextAsync("理由：小王下班了");
        await Expect(ask.Locator("button")).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存修改" })).ToBeDisabledAsync();
        await Expect(page.Locator("#c-title")).ToHaveValueAsync("改好的标题");
        await Expect(ask.Locator("textarea").First).ToHaveValueAsync("请补一段原声");
    }

    private Actor Named(string name)
    {
        using var db = desk.Portal.Data.OpenDb();
        return Actor.Of(db.Users.Single(editor => editor.DisplayName == name));
    }
}
