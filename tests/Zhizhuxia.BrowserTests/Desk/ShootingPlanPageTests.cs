using Microsoft.Playwright;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>拍摄约定 on 审稿页.</summary>
[Collection(nameof(DeskDay))]
public sealed class ShootingPlanPageTests(DeskDay desk)
{
    [Fact]
    public async Task What_was_agreed_is_written_down_refused_and_changed_without_losing_a_word()
    {
        var piece = await desk.BringAsync("想拍河西早市");
        await desk.ChangeAsync(piece.Id, row => (row.Kind, row.ProposalText) = (SubmissionKind.Proposal, "想拍河西早市的豆腐西施，周末早上五点都方便。"));
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await Expect(page.Locator("#plan")).ToContainTextAsync("认领以后可以记");
        await page.GetByRole(AriaRole.Button, new() { Name = "认领这篇稿件" }).ClickAsync();

        await page.GetByText("记下约定").ClickAsync();
        await page.FillAsync("#plan-place", "　　"); // blanks that the browser takes for words
        await page.FillAsync("#plan-people", "老周和他的徒弟，都成年");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下", Exact = true }).And(page.Locator("#plan button")).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明地点");
        await Expect(page.Locator("#plan-people")).ToHaveValueAsync("老周和他的徒弟，都成年");
        await page.FillAsync("#plan-place", "河西早市");
        await page.Locator("#plan button").ClickAsync();

        await Expect(page.Locator("#plan dl")).ToContainTextAsync("河西早市");
        await Expect(page.Locator("#plan dl")).ToContainTextAsync("归报社");
        await page.GetByText("改约定").ClickAsync();
        await Expect(page.Locator("#plan-place")).ToHaveValueAsync("河西早市");
    }
}
