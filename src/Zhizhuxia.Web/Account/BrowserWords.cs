namespace Zhizhuxia.Web.Account;

/// <summary>A browser and its system in the words people know them by, so that they recognise their own devices.</summary>
internal static class BrowserWords
{
    // The order matters: nearly everybody claims to be Safari, and many to be Chrome.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("Edg", "Edge"), ("OPR", "Opera"), ("QQBrowser", "QQ 浏览器"), ("UCBrowser", "UC 浏览器"), ("HuaweiBrowser", "华为浏览器"),
        ("MiuiBrowser", "小米浏览器"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("OpenHarmony", "鸿蒙"), ("HarmonyOS", "鸿蒙"), ("Android", "安卓"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>For example "Chrome · Windows".</summary>
    public static string Of(string? userAgent)
    {
        var said = userAgent ?? "";
        var words = new[] { NameIn(Browsers, said), NameIn(Systems, said) }.OfType<string>().ToList();
        return words.Count > 0 ? string.Join(" · ", words) : "不认识的浏览器";
    }

    private static string? NameIn((string Mark, string Name)[] known, string said) =>
        Array.Find(known, one => said.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
