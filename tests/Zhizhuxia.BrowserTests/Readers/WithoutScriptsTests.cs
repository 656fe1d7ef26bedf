using Microsoft.Playwright;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>A reader whose browser runs no scripts.</summary>
public sealed class WithoutScriptsTests(ReaderPortal readers) : IClassFixture<ReaderPortal>
{
    [Fact]
    public async Task A_proposal_is_sent_looked_up_and_taken_back()
    {
        var page = await OpenAsync();
        await page.ChooseAsync("Proposal");
        await page.FillAsync("#Form_ProposalText", "想拍河西早市的豆腐西施，周末早上五点都方便。");
        await page.FillAsync(piece: false);
        await page.SubmitAsync();
        var code = (await page.Locator(".code").InnerTextAsync()).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

        await page.GotoAsync("/status");
        await page.FillAsync("#Receipt", Receipt.Grouped(code).ToLowerInvariant());
        await page.ClickAsync("form[data-look-up] button");
        await Assertions.Expect(page.Locator(".state-word")).ToHaveTextAsync("已收到");

        await page.ClickAsync("summary:has-text('撤回')");
        await page.FillAsync("#Known", FilledForm.Email);
        await page.ClickAsync("text=确认撤回");
        await Assertions.Expect(page.Locator(".state-word")).ToHaveTextAsync("已撤回");
    }

    [Fact]
    public async Task A_film_comes_with_the_form()
    {
        var page = await OpenAsync();
        await page.SetInputFilesAsync("#Form_Files", new FilePayload { Name = "米粉.mp4", MimeType = "video/mp4", Buffer = new byte[70_000] });
        await page.FillAsync();
        await page.SubmitAsync();

        await Assertions.Expect(page.Locator(".file-name")).ToHaveTextAsync("米粉.mp4");
    }

    [Fact]
    public async Task A_form_with_gaps_comes_back_with_everything_that_is_missing_and_all_that_was_typed()
    {
        var page = await OpenAsync();
        await page.ChooseAsync("Link");
        await page.EvalOnSelectorAsync("form[data-submission]", "form => form.noValidate = true");
        await page.FillAsync("#Form_Title", FilledForm.Title);
        await page.ClickAsync("[data-submit]");
        await Assertions.Expect(page.Locator("#problems")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();

        Assert.Equal(FilledForm.Title, await page.InputValueAsync("#Form_Title"));
        Assert.True(await page.Locator("#problems li").CountAsync() >= 10);
        Assert.True(await page.Locator("[name='Form.Kind'][value=Link]").IsCheckedAsync());
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await readers.Chromium.PhoneAsync(readers.Portal.Address, scripts: false);
        await page.GotoAsync("/submit");
        return page;
    }
}
