using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests;

/// <summary>What axe and a ruler find on a page as it stands, by day and by night.</summary>
internal static class Accessibility
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Everything axe objects to, however slight, each with its place. The library's own call opens a second page for each run and carries all that passed
    /// over as well; two hundred runs cannot afford that.
    /// </summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(_axe);
        return await page.EvaluateAsync<string[]>("""
            async () => {
              document.getAnimations().filter(move => move.effect.getTiming().iterations !== Infinity).forEach(move => move.finish()); // colours on their way
              const found = await axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });
              return found.violations.map(rule => `${location.pathname} ${rule.id}: ${rule.nodes[0].html} ${rule.nodes[0].any[0]?.message ?? ""}`);
            }
            """);
    }

    /// <summary>Looks at the page in both colours, and whether anything is wider than the window.</summary>
    public static async Task CheckAsync(this IPage page, List<string> wrong)
    {
        await page.WholeAsync();
        if (await page.ExcessAsync() is > 0 and var excess)
            wrong.Add($"{page.Url} is {excess} pixels too wide");
        if (page.ViewportSize!.Width < Finger.WidestPhone)
            wrong.AddRange(await Finger.SmallTargetsAsync(page));
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            wrong.AddRange((await page.BarriersAsync()).Select(found => $"{colours} {found}"));
        }
    }

    /// <summary>Opens all that a page keeps folded, so that it is looked at too.</summary>
    public static Task UnfoldAsync(this IPage page) => page.EvaluateAsync(
        "document.querySelectorAll('details').forEach(fold => { fold.removeAttribute('name'); fold.open = true; })");

    /// <summary>Pixels by which the page is wider than the window.</summary>
    public static Task<int> ExcessAsync(this IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
}
