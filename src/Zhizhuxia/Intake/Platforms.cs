using static Zhizhuxia.Submissions.LinkKind;

namespace Zhizhuxia.Intake;

/// <summary>
/// The platforms that readers paste addresses of. A new one is a row here and its examples in ShareTextTests. Shapes from share texts that the apps
/// made and from the extractors of yt-dlp; the more telling shape stands first.
/// </summary>
public static class Platforms
{
    /// <summary>Opens in 微信 only, and cannot be downloaded.</summary>
    public const string WeChatChannels = "wechat_channels";

    /// <summary>An address of no row.</summary>
    public const string Unknown = "unknown";

    public static IReadOnlyList<Platform> Table { get; } =
    [
        new("douyin", "抖音", ["*.douyin.com", "*.iesdouyin.com", "webcast.amemv.com"],
        [
            new(Video, @"^v\.douyin\.com/(?<id>[\w-]+)", forwards: true),
            new(Video, @"/video/(?<id>\d+)"),
            new(Page, @"/(?:note|slides)/(?<id>\d+)"), // pictures, whatever stands behind the ?
            new(Video, @"[?&](?:modal_id|aweme_id|vid)=(?<id>\d+)"),
            new(Live, @"^live\.douyin\.com/(?<id>[\w-]+)|/(?:root|follow|share)/live/(?<id>\d+)|/webcast/.*reflow/(?<id>\d+)"),
            new(Page, @"/(?:article|collection|series|mix(?:/detail)?)/(?<id>\d+)"),
            new(Profile, @"/user/(?<id>[\w-]+)"),
        ]),
        new("kuaishou", "快手", ["*.kuaishou.com", "*.gifshow.com", "*.chenzhongtech.com", "*.kuaishouapp.com"],
        [
            new(Profile, @"/(?:profile|fw/user)/(?<id>[\w-]+)"),
            new(Video, @"^live\.kuaishou\.com/u/[\w-]+/(?<id>3x\w+)"),
            new(Live, @"^live\.kuaishou\.com/(?:u/)?(?<id>[\w-]+)|/fw/live/(?<id>[\w-]+)"),
            new(Video, @"/(?:short-video|photo)/(?:[\w-]+/(?=\w))?(?<id>[\w-]+)"),
            new(Video, @"/[sf]/(?<id>[\w-]+)|^v\.[\w.]+/(?:s/)?(?<id>[\w-]+)", forwards: true),
        ]),
        new(WeChatChannels, "视频号", ["weixin.qq.com", "channels.weixin.qq.com"],
        [
            new(Video, @"^weixin\.qq\.com/sph/(?<id>[\w-]+)|[?&](?:feedid|eid|exportid)=(?<id>[\w%/+=-]+)"),
            new(Video, @"^channels\.weixin\.qq\.com/finder-preview/pages/sph\?(?:.*&)?id=(?<id>[\w%-]+)"),
            new(Live, @"^channels\.weixin\.qq\.com/.*live.*[?&]id=(?<id>[\w-]+)"),
        ]),
        new("wechat_article", "公众号", ["mp.weixin.qq.com"],
        [
            new(Profile, @"/mp/profile_ext\?.*__biz=(?<id>[\w=%-]+)"),
            new(Page, @"/s/(?<id>[\w-]+)|/s\?(?=.*__biz=(?<id>[\w=-]+))(?=.*[?&]mid=(?<id>\d+))(?=.*[?&]idx=(?<id>\d+))"),
        ]),
        new("bilibili", "B站", ["*.bilibili.com", "b23.tv", "bili2233.cn"],
        [
            new(Video, @"(?:/(?:video/)?|[?&]bvid=)(?<id>BV1[0-9a-z]{9})(?![0-9a-z])(?:.*[?&]p(?:age)?=(?<id>[2-9]|\d\d+))?|/(?:video/)?(?<id>av\d+)(?:.*[?&]p=(?<id>[2-9]|\d\d+))?", canonical: BilibiliNumber.Canonical),
            new(Video, @"^player\.bilibili\.com/.*[?&](?<id>aid=\d+)(?:.*[?&]p(?:age)?=(?<id>[2-9]|\d\d+))?", canonical: id => BilibiliNumber.Canonical(id.Replace("aid=", "av", StringComparison.OrdinalIgnoreCase))),
            new(Video, @"^(?:b23\.tv|bili2233\.cn)/(?<id>\w+)", forwards: true),
            new(Live, @"^live\.bilibili\.com/(?:h5/|blanc/)?(?<id>\d+)"),
            new(Profile, @"^space\.bilibili\.com/(?<id>\d+)|/space/(?<id>\d+)"),
            new(Page, @"/bangumi/\w+/(?<id>(?:ep|ss|md)\d+)|/cheese/play/(?<id>\w+)|/read/(?:mobile/)?(?<id>(?:cv)?\d+)|/opus/(?<id>\d+)|^t\.bilibili\.com/(?<id>\d+)"),
        ], new("BV1[0-9A-Za-z]{9}", "https://www.bilibili.com/video/")),
        new("weibo", "微博", ["*.weibo.com", "*.weibo.cn", "t.cn"],
        [
            new(Page, @"^t\.cn/(?<id>\w+)", forwards: true),
            new(Live, @"/wblive/.*?(?<id>1022:\w+)"),
            new(Video, @"(?:/show/|^video\.h5\.weibo\.cn/|[?&](?:fid|object_id)=)(?<id>\d+)(?::|%3A)(?<id>\w+)"),
            new(Page, @"/(?:status|detail)/(?<id>[0-9a-z]+)|^(?:(?:www|m)\.)?weibo\.c(?:om|n)/\d+/(?<id>[0-9a-z]{8,})", canonical: WeiboNumber.Canonical),
            new(Page, @"ttarticle.*[?&]id=(?<id>\w+)"),
            new(Profile, @"/(?:u|n|profile)/(?<id>[\w%-]+)|^(?:www\.|m\.)?weibo\.c(?:om|n)/(?<id>\w+)/?(?:\?|$)"),
        ]),
        new("xiaohongshu", "小红书", ["*.xiaohongshu.com", "*.xhslink.com", "*.xhslink.cn"],
        [
            new(Page, @"^(?:www\.)?xhslink\.c(?:om|n)/(?:[a-z]/)?(?<id>\w+)", forwards: true),
            new(Page, @"/(?:explore|discovery/item)/(?<id>[0-9a-f]{24})"),
            new(Live, @"/livestream/(?:\w+/)*(?<id>\d+)"),
            new(Page, @"/user/profile/[0-9a-f]{24}/(?<id>[0-9a-f]{24})"), // a note, opened from its author's page
            new(Profile, @"/user/profile/(?<id>[0-9a-f]+)"),
        ]),
        new("ixigua", "西瓜视频", ["*.ixigua.com"],
        [
            new(Video, @"^v\.ixigua\.com/(?<id>[\w-]+)", forwards: true),
            new(Live, @"^live\.ixigua\.com/(?<id>\d+)"),
            new(Profile, @"/home/(?<id>\d+)"),
            new(Video, @"/(?:video/|i)?(?<id>\d{15,})", numberedBy: "toutiao"),
        ]),
        new("toutiao", "今日头条", ["*.toutiao.com", "*.toutiaocdn.com", "*.toutiaoimg.com"],
        [
            new(Video, @"/video/(?<id>\d+)"),
            new(Profile, @"/c/user/(?:token/)?(?<id>[\w-]+)"),
            new(Page, @"/is/(?<id>[\w-]+)", forwards: true),
            new(Page, @"/(?:article|w|group|i|a)/?(?<id>\d+)"),
        ]),
        new("haokan", "好看·百度", ["haokan.baidu.com", "haokan.hao123.com", "mbd.baidu.com", "mr.baidu.com", "sv.baidu.com"],
        [
            new(Video, @"[?&]vid=(?<id>\d+)|/videolanding.*nid(?:=|%22(?:%3A|:)%22)sv_(?<id>\d+)|^mr\.baidu\.com/r/(?<id>\w+)"),
            new(Video, @"/videolanding.*nid(?:=|%22(?:%3A|:)%22)(?<id>\w+)"),
            new(Profile, @"/author/(?<id>\d+)|[?&]uk=(?<id>[\w-]+)"),
            new(Page, @"[?&](?:nid|id)=(?<id>[\w%-]+)|%22nid%22(?:%3A|:)%22(?<id>\w+)"),
        ]),
        new("tencent_video", "腾讯视频", ["*.v.qq.com", "video.qq.com"],
        [
            new(Video, @"/x/(?:page|cover/\w+)/(?<id>\w+)\.html|[?&]vid=(?<id>\w+)|/page/(?:\w/)*(?<id>\w{11})\.html"),
            new(Page, @"/x/cover/(?<id>\w+)|[?&]cid=(?<id>\w+)"), // a series as a whole
            new(Profile, @"/biu/u/(?<id>\w+)|/vplus/(?<id>\w+)"),
        ]),
        new("youku", "优酷", ["*.youku.com"],
        [
            new(Video, @"/(?:v_show|alipay_video)/id_(?<id>\w+)|[?&]vid=(?<id>\w+)"), // with or without the = at its end
            new(Profile, @"^i\.youku\.com/(?:[ui]/)?(?<id>[\w=]+)|/profile/index/?\?.*uid=(?<id>[\w=]+)"),
            new(Page, @"/show_page/id_(?<id>\w+)|/nextvideo/(?<id>\w+)"),
        ]),
        new("acfun", "A站", ["*.acfun.cn"],
        [
            new(Live, @"^live\.acfun\.cn/(?:live|room)/(?<id>\d+)"),
            new(Video, @"/v/(?<id>ac\d+(?:_(?!1\b)\d+)?)|/v/\?(?:.*&)?ac=(?<id>\d+)"),
            new(Page, @"/(?:a|bangumi)/(?<id>a[ac]\d+)"),
            new(Profile, @"/(?:u|upPage)/(?<id>\d+)"),
        ]),
        new("tiktok", "TikTok", ["*.tiktok.com"],
        [
            new(Video, @"/video/(?<id>\d+)"),
            new(Page, @"/photo/(?<id>\d+)"),
            new(Video, @"^v[mt]\.tiktok\.com/(?<id>\w+)|/t/(?<id>\w+)", forwards: true),
            new(Live, @"/(?<id>@[\w.-]+)/live"),
            new(Profile, @"/(?<id>@[\w.-]+)"),
        ]),
        new("youtube", "YouTube", ["*.youtube.com", "youtu.be"],
        [
            new(Video, @"^youtu\.be/(?<id>[\w-]{11})|[?&]v=(?<id>[\w-]{11})|/(?:shorts|embed|v|live)/(?<id>[\w-]{11})"), // a broadcast that is over keeps its /live/
            new(Page, @"[?&]list=(?<id>[\w-]+)|/post/(?<id>[\w-]+)"),
            new(Profile, @"/(?:channel/|c/|user/)?(?<id>(?<=/)@[\w.-]+|(?<=channel/|c/|user/)[\w.-]+)"),
        ]),
        .. CloudDisks,
    ];

    private static Platform[] CloudDisks =>
    [
        // The page that asks for the code leaves out the 1 with which every share begins.
        new("baidu_pan", "百度网盘", ["pan.baidu.com", "yun.baidu.com"], [new(CloudDisk, @"/s/1(?<id>[\w-]+)|[?&]surl=(?<id>[\w-]+)")]),
        new("quark_pan", "夸克网盘", ["pan.quark.cn"], [new(CloudDisk, @"/s/(?<id>\w+)")]),
        new("aliyun_pan", "阿里云盘", ["*.alipan.com", "*.aliyundrive.com"], [new(CloudDisk, @"/s/(?<id>\w+)|/t/(?<id>\w+)")]),
        new("xunlei_pan", "迅雷云盘", ["pan.xunlei.com"], [new(CloudDisk, @"/s/(?<id>[\w-]+)")]),
        new("tianyi_pan", "天翼云盘", ["cloud.189.cn"], [new(CloudDisk, @"/t/(?<id>\w+)|[?&]code=(?<id>\w+)")]),
        new("weiyun", "微云", ["share.weiyun.com"], [new(CloudDisk, @"^share\.weiyun\.com/(?<id>\w+)")]),
        new("pan_123", "123云盘", ["*.123pan.com", "*.123684.com", "*.123865.com", "*.123912.com"], [new(CloudDisk, @"/s/(?<id>[\w-]+)")]),
        new("caiyun_pan", "移动云盘", ["caiyun.139.com", "yun.139.com"], [new(CloudDisk, @"/[mw]/i[?/](?<id>\w+)|[?&]linkid=(?<id>\w+)")]),
        new("uc_pan", "UC网盘", ["drive.uc.cn", "fast.uc.cn"], [new(CloudDisk, @"/s/(?<id>\w+)")]),
        new("pan_115", "115网盘", ["*.115.com", "*.115cdn.com", "*.anxia.com"], [new(CloudDisk, @"/s/(?<id>\w+)")]),
        new("lanzou", "蓝奏云", ["*.lanzou.com", .. "abcdefghijklmnopqrstuvwxyz".Select(letter => $"*.lanzou{letter}.com"), "*.lanzn.com"], [new(CloudDisk, @"^[^/]+/(?:tp/)?(?<id>\w+)")]),
        new("jianguoyun", "坚果云", ["*.jianguoyun.com"], [new(CloudDisk, @"/p/(?<id>[\w-]+)")]),
        new("wenshushu", "文叔叔", ["*.wenshushu.cn", "*.ws59.cn", "*.ws28.cn"], [new(CloudDisk, @"/(?:f|k|box)/(?<id>\w+)")]),
    ];

    /// <summary>The row of a host, or null.</summary>
    /// <param name="host">IDN form.</param>
    public static Platform? Of(string host) => host.TrimEnd('.').ToLowerInvariant() is var name ? Table.FirstOrDefault(row => row.Has(name)) : null;

    /// <summary>What people call a platform; of an unknown one 网页.</summary>
    public static string LabelOf(string name) => name is Media ? "视频文件" : Table.FirstOrDefault(row => row.Name == name)?.Label ?? "网页";

    /// <summary>An address that ends like a film's file, wherever it lies.</summary>
    public const string Media = "media";
}
