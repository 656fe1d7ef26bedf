using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The words around the addresses: what the reader or the film's title says, and what the apps add to every share.</summary>
internal static partial class ShareWords
{
    private const string App = @"(?:【[^】\n]{1,12}】|「[^」\n]{1,12}」|Dou音|抖音(?:极速版|短视频|火山版)?|快手(?:极速版)?|小红书|西瓜视频|今日头条|好看视频|微博|哔哩哔哩|bilibili|B站|腾讯视频|优酷)(?:\s?App)?";

    /// <summary>The text without the apps' sentences and marks.</summary>
    /// <param name="text">Its addresses are gone already.</param>
    /// <param name="disk">One of them was a cloud disk's: its code and expiry are kept beside it, not here.</param>
    public static string Own(string text, bool disk)
    {
        var words = Marks().Replace(text, " ");
        if (disk)
            words = DiskWords.ExpiryShape().Replace(DiskWords.CodeShape().Replace(DiskBoilerplate().Replace(words, " "), " "), " ");
        words = Suffix().Replace(Signs().Replace(OpenTheApp().Replace(words, " "), " "), "$1");
        var own = PlainText.Line(words)?.Trim(' ', ',', '，', ';', '；', '、') ?? "";
        return Alone().IsMatch(own) ? "" : own;
    }

    /// <summary>Where the app says that a short address leads; null if it says nothing, and then it is what such addresses mostly are.</summary>
    public static LinkKind? KindBy(string words)
    {
        if (LiveWords().IsMatch(words))
            return LinkKind.Live;
        if (PictureWords().IsMatch(words))
            return LinkKind.Page;
        return ProfileWords().IsMatch(words) ? LinkKind.Profile : null;
    }

    [GeneratedRegex("看TA直播|的直播间】|正在直播，来和我一起|在直播间等你|点击链接进入直播间", RegexOptions.IgnoreCase)]
    private static partial Regex LiveWords();

    /// <summary>图文: pictures with words, which the app shows as it shows films.</summary>
    [GeneratedRegex("的图[文集](?:作品|笔记)?】|【图[文集]】|(?:看看|查看|分享|发布)了?(?:一[篇组个]|这[篇组个]|TA的|我的)?图[文集](?:作品|笔记)", RegexOptions.IgnoreCase)]
    private static partial Regex PictureWords();

    [GeneratedRegex("查看TA的更多作品|来看看TA的主页|快来看看TA的|的个人主页】|TA的(?:抖音|快手|小红书)主页", RegexOptions.IgnoreCase)]
    private static partial Regex ProfileWords();

    /// <summary>7.43 at the beginning, pda:/, I@v.sE, 02/26, :2pm, /~eadd3ZGAKh~:/ and 小红书's codes: marks by which an app finds its own share.</summary>
    [GeneratedRegex(@"^\s*\d{1,2}(?:\.\d{1,2})?(?=\s)|/~\w+~:/|(?<!\S)[0-9A-Za-z]{2,8}:/+(?=\s|$)|(?<!\S)\w{1,3}@\w\.[A-Za-z]{1,3}(?!\S)|(?<!\S)\d{2}/\d{2}(?!\S)|(?<!\S):\d{1,2}[ap]m(?!\S)|^\s*[0-9A-Za-z]{2}-(?=\s)|😆\s*\w{8,}\s*😆")]
    private static partial Regex Marks();

    /// <summary>复制后打开【小红书】查看笔记！ and its kin: how to come from the text to the app, and what for.</summary>
    [GeneratedRegex(@"(?:点击链接|或?(?:长按|点击)?复制(?:Ci|此|本|这|该)?[条段个]?(?:链接|消息|信息|口令|内容|文字)?)(?:后|并|，|,|\s){0,3}(?:再|去)?打开" + App + @"(?:搜索)?(?:[，,]?\s*(?:直接|即可|就能)?(?:观看|查看|看看|看)(?:TA的更多作品|TA直播|TA的主页|精彩内容|精彩视频|视频|笔记|作品|详情)?)?[！!。～~]*", RegexOptions.IgnoreCase)]
    private static partial Regex OpenTheApp();

    /// <summary>What else the apps write: where it is from, how often it was seen, that one should look.</summary>
    [GeneratedRegex(@"点击打开(?:👉|(?=\s))|该作品在快手被播放过[\d.]+[万亿]?次，?|(?:[^\s，。！？]{1,24}发布|我发现)了一篇小红书笔记，快来看吧[！!]?|#在(?:抖音|快手)，记录[^#\n]{2,8}#|[【（(]?(?:分享自|(?<=[【（(])来自)\s*[@＠]?(?:微信视频号|微博视频号|" + App + @")(?:客户端)?[】）)]?|好看视频，分享美好，看见世界|，?看看(?=【)|(?<=\s)-\sYouTube(?=\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Signs();

    /// <summary>What an app says of a share without words.</summary>
    [GeneratedRegex("^(?:分享视频|分享图片|分享链接|转发微博)$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"复制(?:这段)?内容后?打开(?:百度网盘|(?:中国)?移动云盘)(?:手机App|PC客户端)?，操作更方便哦|点击链接保存，或者复制本段内容，打开「[^」]+」\s*APP\s*，无需下载极速在线查看，视频原画倍速播放。?|(?:通过|我用)[^，。\n]{0,8}网盘(?:给你)?分享(?:了|的文件)?[：:]?|，?点击链接或复制整段内容，打开「[^」]+」即可获取。?|链接\s*[:：]|--来自百度网盘超级会员V?\d*的分享", RegexOptions.IgnoreCase)]
    private static partial Regex DiskBoilerplate();

    /// <summary>The platform's name at the end of a title.</summary>
    [GeneratedRegex(@"\s*(?:[-_]\s*(?:哔哩哔哩|bilibili|抖音|快手|小红书|西瓜视频|今日头条|腾讯视频|优酷|好看视频)|\|\s*小红书\s*-\s*你的生活指南)(】)", RegexOptions.IgnoreCase)]
    private static partial Regex Suffix();
}
