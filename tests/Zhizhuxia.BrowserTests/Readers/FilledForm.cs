using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Readers;

/// <summary>Fills in the reader's form as a hurried but honest reader would.</summary>
internal static class FilledForm
{
    public const string Title = "江边的米粉摊";
    public const string Email = "reader@example.com";

    public static Task ChooseAsync(this IPage page, string kind) => page.Locator($"[name='Form.Kind'][value={kind}]").CheckAsync();

    /// <summary>Everything besides the material.</summary>
    public static async Task FillAsync(this IPage page, bool piece = true)
    {
        await page.FillAsync("#Form_Title", Title);
        if (piece)
            await DescribeAsync(page);
        await page.FillAsync("#Form_Name", "王小明");
        await page.FillAsync("#Form_Email", Email);
        await page.Locator("[name='Form.Age']").First.CheckAsync();
        foreach (var consent in new[] { "Licence", "Truth", "Privacy" })
            await page.Locator($"[name='Form.Agree{consent}']").CheckAsync();
    }

    public static async Task SubmitAsync(this IPage page)
    {
        await page.ClickAsync("[data-submit]");
        await page.WaitForURLAsync("**/submit/receipt");
    }

    private static async Task DescribeAsync(IPage page)
    {
        await page.FillAsync("#Form_Text", "清晨五点的米粉摊，老周和他的老主顾，拍于湘江边。");
        foreach (var question in new[] { "Origin", "AiUse", "People", "Minors", "PublishedBefore" })
            await page.Locator($"[name='Form.{question}']").First.CheckAsync();
        await page.Locator("[name='Form.CreditWish'][value=None]").CheckAsync();
    }
}
