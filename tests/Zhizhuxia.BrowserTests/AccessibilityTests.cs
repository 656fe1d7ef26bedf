using Zhizhuxia.BrowserTests.Desk;

namespace Zhizhuxia.BrowserTests;

/// <summary>The instrument itself: what it must find, it finds, by day and by night.</summary>
[Collection(nameof(BusyNewsroom))]
public sealed class AccessibilityTests(BusyNewsroom newsroom)
{
    [Fact]
    public async Task A_bad_page_is_found_bad()
    {
        var page = await newsroom.Chromium.PhoneAsync(newsroom.Portal.Address);
        await page.SetContentAsync("""
            <html lang="zh-CN"><title>坏页面</title>
            <style>body { background: #fff } summary { line-height: 44px } p { color: #000; transition: color 1s } @media (prefers-color-scheme: dark) { p { color: #eee } }</style>
            <main><h1>坏页面</h1><p>夜里看不清的字</p><details><summary>更多</summary><img src="data:," width="500" height="10"></details></main></html>
            """);
        List<string> folded = [], wrong = [];

        await page.CheckAsync(folded);
        await page.UnfoldAsync();
        await page.CheckAsync(wrong);

        Assert.Equal(["Dark: color-contrast"], folded.Select(Short));
        Assert.Equal(["wide", "Light: image-alt", "Dark: color-contrast", "Dark: image-alt"], wrong.Select(Short));

        static string Short(string found) => found.EndsWith("too wide", StringComparison.Ordinal) ? "wide" : $"{found.Split(' ')[0]}: {found.Split(' ')[2].TrimEnd(':')}";
    }
}
