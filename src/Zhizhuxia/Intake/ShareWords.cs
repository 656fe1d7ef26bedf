using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The words around the addresses: what the reader or the film's title says, and what the apps add to every share.</summary>
internal static partial class ShareWords
{
    /// <summary>The text without the apps' sentences and marks.</summary>
    /// <param name="text">Its addresses are gone already.</param>
    /// <param name="disk">One of them was a cloud disk's: its code and expiry are kept beside it, not here.</param>
    public static string Own(string text, bool disk)
    {
        var words = Marks().Replace(text, " ");
        if (disk)
            words = DiskWords.ExpiryShape().Replace(DiskWords.CodeShape().Replace(DiskBoilerplate().Replace(words, " "), " "), " ");
        words = Suffix().Replace(Boilerplate().Replace(words, " "), "】");
        return PlainText.Line(words)?.Trim(' ', ',', '，', ';', '；', '、') ?? "";
    }

    /// <summary>Where the app says that a short address leads; null if it says nothing, and then it is what such addresses mostly are.</summary>
    public static LinkKind? KindBy(string words)
    {
        if (LiveWords().IsMatch(words))
            return LinkKind.Live;
        return ProfileWords().IsMatch(words) ? LinkKind.Profile : null;
    }

    [GeneratedRegex("看TA直播|的直播间】|正在直播，来和我一起|在直播间等你|点击链接进入直播间", RegexOptions.IgnoreCase)]
    private static partial Regex LiveWords();

    [GeneratedRegex("查看TA的更多作品|来看看TA的主页|快来看看TA的|的个人主页】|TA的(?:抖音|快手|小红书)主页", RegexOptions.IgnoreCase)]
    private static partial Regex ProfileWords();

    /// <summary>7.43 at the beginning, pda:/, I@v.sE, 02/26, :2pm, /~eadd3ZGAKh~:/ and 小红书's codes: marks by which an app finds its own share.</summary>
    [GeneratedRegex(@"^\s*\d{1,2}(?:\.\d{1,2})?(?=\s)|/~\w+~:/|(?<!\S)[0-9A-Za-z]{2,8}:/+(?=\s|$)|(?<!\S)\d?\w?[A-Za-z]@[A-Za-z]\.[A-Za-z]{1,3}(?!\S)|(?<!\S)\d{2}/\d{2}(?!\S)|(?<!\S):\d{1,2}[ap]m(?!\S)|^\s*[0-9A-Za-z]{2}-(?=\s)|😆\s*\w{8,}\s*😆")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:长按)?复制(?:此|本条|此条|这条)?(?:链接|消息|信息|口令)?，?打开(?:Dou音|抖音|【\w+】|快手|小红书)(?:App)?(?:搜索)?(?:[，,](?:直接观看视频|查看TA的更多作品|看TA直播|看看))?(?:直接观看|查看精彩内容)?[！!。]?|点击打开(?:👉|(?=\s))|或长按复制此条消息，打开抖音，看TA直播|该作品在快手被播放过[\d.]+[万亿]?次，点击链接，打开【快手】直接观看！?|发布了一篇小红书笔记，快来看吧[！!]?|我发现了一篇小红书笔记，快来看吧[！!]?|，?看看(?=【)")]
    private static partial Regex Boilerplate();

    [GeneratedRegex(@"复制这段内容后?打开百度网盘手机App，操作更方便哦|(?:通过|我用)[^，。\n]{0,8}网盘(?:给你)?分享(?:了|的文件)?[：:]?|，?点击链接或复制整段内容，打开「[^」]+」即可获取。?|链接\s*[:：]|--来自百度网盘超级会员V?\d*的分享", RegexOptions.IgnoreCase)]
    private static partial Regex DiskBoilerplate();

    [GeneratedRegex("[-_](?:哔哩哔哩|bilibili)】", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();
}
