using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Intake;

/// <summary>What readers paste. Shapes as the apps make them; titles and names are ours.</summary>
public sealed class ShareTextTests
{
    /// <summary>The whole text; the address expected; the key; the kind.</summary>
    public static TheoryData<string, string, string, LinkKind> Shapes { get; } = new()
    {
        { "2.84 nqe:/ 百万转场变身https://v.douyin.com/L4FJNR3/ 复制此链接，打开Dou音搜索", "https://v.douyin.com/L4FJNR3/", "douyin:L4FJNR3", LinkKind.Video },
        { "看看 https://v.douyin.com/b0HckDdF-iw/ 08/21 d@N.jp :2pm baN:/", "https://v.douyin.com/b0HckDdF-iw/", "douyin:b0HckDdF-iw", LinkKind.Video },
        { "https://v.douyin.com/a_b-c_/", "https://v.douyin.com/a_b-c_/", "douyin:a_b-c_", LinkKind.Video },
        { "点击打开👉https://v.douyin.com/i8tBR7hX/  长按复制此条消息，打开抖音，看TA直播", "https://v.douyin.com/i8tBR7hX/", "douyin:i8tBR7hX", LinkKind.Live },
        { "长按复制此条消息，打开抖音搜索，查看TA的更多作品。 https://v.douyin.com/idFqvUms/", "https://v.douyin.com/idFqvUms/", "douyin:idFqvUms", LinkKind.Profile },
        { "https://www.douyin.com/video/6914948781100338440", "https://www.douyin.com/video/6914948781100338440", "douyin:6914948781100338440", LinkKind.Video },
        { "https://www.iesdouyin.com/share/video/6914948781100338440/?region=CN&mid=1&u_code=x&utm_source=copy", "https://www.iesdouyin.com/share/video/6914948781100338440/?mid=1", "douyin:6914948781100338440", LinkKind.Video },
        { "https://www.douyin.com/user/MS4wLjAB?modal_id=6914948781100338440", "https://www.douyin.com/user/MS4wLjAB?modal_id=6914948781100338440", "douyin:6914948781100338440", LinkKind.Video },
        { "https://www.douyin.com/user/MS4wLjAB-x_y", "https://www.douyin.com/user/MS4wLjAB-x_y", "douyin:MS4wLjAB-x_y", LinkKind.Profile },
        { "4.84 复制打开抖音，看看【老街的图文作品】湘江的晚霞 https://v.douyin.com/J6ideETCFMU/ 09/27 :3pm pdA:/", "https://v.douyin.com/J6ideETCFMU/", "douyin:J6ideETCFMU", LinkKind.Page },
        { "看看【老街的作品】我家的图文店开张了 https://v.douyin.com/J6ideETCFMU/", "https://v.douyin.com/J6ideETCFMU/", "douyin:J6ideETCFMU", LinkKind.Video },
        { "https://www.iesdouyin.com/share/note/7123456789012345678/?aweme_id=1", "https://www.iesdouyin.com/share/note/7123456789012345678/?aweme_id=1", "douyin:7123456789012345678", LinkKind.Page },
        { "https://live.douyin.com/123456", "https://live.douyin.com/123456", "douyin:123456", LinkKind.Live },
        { "https://www.douyin.com/note/7123456789012345678", "https://www.douyin.com/note/7123456789012345678", "douyin:7123456789012345678", LinkKind.Page },
        { "https://v.kuaishou.com/n7VXyJZ1 路上的好心人 复制此消息，打开【快手】直接观看！", "https://v.kuaishou.com/n7VXyJZ1", "kuaishou:n7VXyJZ1", LinkKind.Video },
        { "http://www.gifshow.com/s/AbC-12_x 快看", "http://www.gifshow.com/s/AbC-12_x", "kuaishou:AbC-12_x", LinkKind.Video },
        { "https://abc.m.chenzhongtech.com/s/Zz19", "https://abc.m.chenzhongtech.com/s/Zz19", "kuaishou:Zz19", LinkKind.Video },
        { "https://v.kuaishouapp.com/s/Qq88", "https://v.kuaishouapp.com/s/Qq88", "kuaishou:Qq88", LinkKind.Video },
        { "https://www.kuaishou.com/short-video/3xabc?authorId=3x9", "https://www.kuaishou.com/short-video/3xabc?authorId=3x9", "kuaishou:3xabc", LinkKind.Video },
        { "https://www.kuaishou.com/profile/3xme", "https://www.kuaishou.com/profile/3xme", "kuaishou:3xme", LinkKind.Profile },
        { "https://live.kuaishou.com/u/hello_1", "https://live.kuaishou.com/u/hello_1", "kuaishou:hello_1", LinkKind.Live },
        { "【江边晨练-哔哩哔哩】 https://b23.tv/GIxeXkP", "https://b23.tv/GIxeXkP", "bilibili:GIxeXkP", LinkKind.Video },
        { "https://b23.tv/BV13x41117TL", "https://b23.tv/BV13x41117TL", "bilibili:BV13x41117TL", LinkKind.Video },
        { "https://www.bilibili.com/video/BV1bK411W797?p=1&vd_source=aa&spm_id_from=333", "https://www.bilibili.com/video/BV1bK411W797?p=1", "bilibili:BV1bK411W797", LinkKind.Video },
        { "https://www.bilibili.com/video/BV1bK411W797/?p=12", "https://www.bilibili.com/video/BV1bK411W797/?p=12", "bilibili:BV1bK411W797.12", LinkKind.Video },
        { "http://www.bilibili.com/video/av1074402/", "http://www.bilibili.com/video/av1074402/", "bilibili:BV11x411K7CN", LinkKind.Video },
        { "https://news.example.cn/play?scene=12&utm_source=copy&spm=a.1", "https://news.example.cn/play?scene=12", "unknown:news.example.cn/play?scene=12", LinkKind.Page },
        { "https://media.example.com/v.mp4?timestamp=1700000000&sign=ab", "https://media.example.com/v.mp4?timestamp=1700000000&sign=ab", "media:media.example.com/v.mp4?timestamp=1700000000&sign=ab", LinkKind.Video },
        { "https://app.example.org/share/#/w/i/2nQQabc", "https://app.example.org/share/#/w/i/2nQQabc", "unknown:app.example.org/share/#/w/i/2nQQabc", LinkKind.Page },
        { "https：//v.douyin.com/abc/ 复制", "https://v.douyin.com/abc/", "douyin:abc", LinkKind.Video },
        { "http:/v.douyin.com/abc/", "http://v.douyin.com/abc/", "douyin:abc", LinkKind.Video },
        { "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400/6411cf99000000001300b6d9", "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400/6411cf99000000001300b6d9", "xiaohongshu:6411cf99000000001300b6d9", LinkKind.Page },
        { "https://www.youtube.com/live/BaW_jenozKc", "https://www.youtube.com/live/BaW_jenozKc", "youtube:BaW_jenozKc", LinkKind.Video },
        { "https://channels.weixin.qq.com/finder-preview/pages/sph?id=A1ri7B", "https://channels.weixin.qq.com/finder-preview/pages/sph?id=A1ri7B", "wechat_channels:A1ri7B", LinkKind.Video },
        { "我的主页 https://space.bilibili.com/22 视频 https://b23.tv/GIxeXkP", "https://b23.tv/GIxeXkP", "bilibili:GIxeXkP", LinkKind.Video },
        { "看 https://www.douyin.com/ 里的 https://v.douyin.com/abc/", "https://v.douyin.com/abc/", "douyin:abc", LinkKind.Video },
        { "https://b23.tv/GIxeXkP&nbsp;", "https://b23.tv/GIxeXkP", "bilibili:GIxeXkP", LinkKind.Video },
        { "BV1GJ411x7h7", "https://www.bilibili.com/video/BV1GJ411x7h7", "bilibili:BV1GJ411x7h7", LinkKind.Video },
        { "B站号：BV1GJ411x7h7，是我拍的", "https://www.bilibili.com/video/BV1GJ411x7h7", "bilibili:BV1GJ411x7h7", LinkKind.Video },
        { "http://mp.weixin.qq.com/s?__biz=MzA=&amp;mid=265&amp;idx=1&amp;sn=ff", "http://mp.weixin.qq.com/s?__biz=MzA=&mid=265&idx=1&sn=ff", "wechat_article:MzA=.265.1", LinkKind.Page },
        { "https://example.org/story#photos", "https://example.org/story", "unknown:example.org/story", LinkKind.Page },
        { "https://live.bilibili.com/22", "https://live.bilibili.com/22", "bilibili:22", LinkKind.Live },
        { "https://space.bilibili.com/208259", "https://space.bilibili.com/208259", "bilibili:208259", LinkKind.Profile },
        { "https://www.bilibili.com/bangumi/play/ep339003", "https://www.bilibili.com/bangumi/play/ep339003", "bilibili:ep339003", LinkKind.Page },
        { "www.bilibili.com/video/BV1xx411c7mD 没有 http", "https://www.bilibili.com/video/BV1xx411c7mD", "bilibili:BV1xx411c7mD", LinkKind.Video },
        { "看这里v.douyin.com/iRNBho6u/复制", "https://v.douyin.com/iRNBho6u/", "douyin:iRNBho6u", LinkKind.Video },
        { "https://video.weibo.com/show?fid=1034:4797699866951785", "https://video.weibo.com/show?fid=1034:4797699866951785", "weibo:1034.4797699866951785", LinkKind.Video },
        { "https://weibo.com/tv/show/1034:4797699866951785?from=old_pc_videoshow", "https://weibo.com/tv/show/1034:4797699866951785?from=old_pc_videoshow", "weibo:1034.4797699866951785", LinkKind.Video },
        { "https://m.weibo.cn/status/4189191225395228", "https://m.weibo.cn/status/4189191225395228", "weibo:4189191225395228", LinkKind.Page },
        { "https://weibo.com/u/1234567890", "https://weibo.com/u/1234567890", "weibo:1234567890", LinkKind.Profile },
        { "https://weibo.com/1234567890/Jabcdefgh", "https://weibo.com/1234567890/Jabcdefgh", "weibo:4524263213395261", LinkKind.Page },
        { "分享视频 http://t.cn/A6nNyQyS \u200B\u200B\u200B", "http://t.cn/A6nNyQyS", "weibo:A6nNyQyS", LinkKind.Page },
        { "http://t.cn/A6nNyQyS\u200B\u2060再看", "http://t.cn/A6nNyQyS", "weibo:A6nNyQyS", LinkKind.Page },
        { "https://weixin.qq.com/sph/A1ri7B", "https://weixin.qq.com/sph/A1ri7B", "wechat_channels:A1ri7B", LinkKind.Video },
        { "https://mp.weixin.qq.com/s/abc-DEF_1?scene=1", "https://mp.weixin.qq.com/s/abc-DEF_1", "wechat_article:abc-DEF_1", LinkKind.Page },
        { "http://mp.weixin.qq.com/s?__biz=MzA=&mid=265&idx=1&sn=ff&chksm=8&scene=21#wechat_redirect", "http://mp.weixin.qq.com/s?__biz=MzA=&mid=265&idx=1&sn=ff", "wechat_article:MzA=.265.1", LinkKind.Page },
        { "😆 abcdEFGH12 😆 https://xhslink.com/a/2bcRfA1WOyjW，复制本条信息", "https://xhslink.com/a/2bcRfA1WOyjW", "xiaohongshu:2bcRfA1WOyjW", LinkKind.Page },
        { "http://xhslink.com/o/9Zz", "http://xhslink.com/o/9Zz", "xiaohongshu:9Zz", LinkKind.Page },
        { "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400", "https://www.xiaohongshu.com/user/profile/5ff0e6410000000001008400", "xiaohongshu:5ff0e6410000000001008400", LinkKind.Profile },
        { "https://www.xiaohongshu.com/discovery/item/6411cf99000000001300b6d9?xsec_token=T&xhsshare=CopyLink", "https://www.xiaohongshu.com/discovery/item/6411cf99000000001300b6d9?xsec_token=T", "xiaohongshu:6411cf99000000001300b6d9", LinkKind.Page },
        { "https://www.ixigua.com/6996881461559165471?logTag=a", "https://www.ixigua.com/6996881461559165471?logTag=a", "toutiao:6996881461559165471", LinkKind.Video },
        { "https://v.ixigua.com/RedcbWM/", "https://v.ixigua.com/RedcbWM/", "ixigua:RedcbWM", LinkKind.Video },
        { "https://m.toutiao.com/is/iAbC/ ", "https://m.toutiao.com/is/iAbC/", "toutiao:iAbC", LinkKind.Page },
        { "https://www.toutiao.com/article/7505382061495176511/", "https://www.toutiao.com/article/7505382061495176511/", "toutiao:7505382061495176511", LinkKind.Page },
        { "https://haokan.baidu.com/v?pd=wisenatural&vid=12896398385117346310", "https://haokan.baidu.com/v?pd=wisenatural&vid=12896398385117346310", "haokan:12896398385117346310", LinkKind.Video },
        { "https://mbd.baidu.com/newspage/data/videolanding?nid=sv_12896398385117346310&sourceFrom=share", "https://mbd.baidu.com/newspage/data/videolanding?nid=sv_12896398385117346310&sourceFrom=share", "haokan:12896398385117346310", LinkKind.Video },
        { "https://mbd.baidu.com/newspage/data/landingshare?nid=news_9123", "https://mbd.baidu.com/newspage/data/landingshare?nid=news_9123", "haokan:news_9123", LinkKind.Page },
        { "https://v.qq.com/x/cover/mzc00200c9lgm3j.html", "https://v.qq.com/x/cover/mzc00200c9lgm3j.html", "tencent_video:mzc00200c9lgm3j", LinkKind.Page },
        { "https://v.qq.com/x/page/q326831cny0.html?ptag=qqbrowser", "https://v.qq.com/x/page/q326831cny0.html", "tencent_video:q326831cny0", LinkKind.Video },
        { "https://v.qq.com/x/cover/mzc00200/a0032.html", "https://v.qq.com/x/cover/mzc00200/a0032.html", "tencent_video:a0032", LinkKind.Video },
        { "https://v.youku.com/v_show/id_XMTc1ODE5Njcy.html", "https://v.youku.com/v_show/id_XMTc1ODE5Njcy.html", "youku:XMTc1ODE5Njcy", LinkKind.Video },
        { "https://www.acfun.cn/v/ac35468952_2", "https://www.acfun.cn/v/ac35468952_2", "acfun:ac35468952_2", LinkKind.Video },
        { "https://www.tiktok.com/@hankgreen1/video/7047596209028074758?is_from_webapp=1", "https://www.tiktok.com/@hankgreen1/video/7047596209028074758", "tiktok:7047596209028074758", LinkKind.Video },
        { "https://www.tiktok.com/@hankgreen1", "https://www.tiktok.com/@hankgreen1", "tiktok:@hankgreen1", LinkKind.Profile },
        { "https://youtu.be/BaW_jenozKc?si=abc", "https://youtu.be/BaW_jenozKc", "youtube:BaW_jenozKc", LinkKind.Video },
        { "https://www.youtube.com/watch?v=BaW_jenozKc&feature=share", "https://www.youtube.com/watch?v=BaW_jenozKc", "youtube:BaW_jenozKc", LinkKind.Video },
        { "https://www.youtube.com/shorts/BaW_jenozKc", "https://www.youtube.com/shorts/BaW_jenozKc", "youtube:BaW_jenozKc", LinkKind.Video },
        { "https://www.youtube.com/@someone", "https://www.youtube.com/@someone", "youtube:@someone", LinkKind.Profile },
        { "https://example.org/film/dragon.MP4", "https://example.org/film/dragon.MP4", "media:example.org/film/dragon.MP4", LinkKind.Video },
        { "见（https://example.org/a_(b)）。", "https://example.org/a_(b)", "unknown:example.org/a_(b)", LinkKind.Page },
        { "HTTPS://V.DOUYIN.COM/AbC/", "https://v.douyin.com/AbC/", "douyin:AbC", LinkKind.Video },
        { "【看 https://example.org/x】", "https://example.org/x", "unknown:example.org/x", LinkKind.Page },
        { "https://example.org/x　全角空格", "https://example.org/x", "unknown:example.org/x", LinkKind.Page },
        { "先看http://example.org/first 再看 https://b23.tv/GIxeXkP", "https://b23.tv/GIxeXkP", "bilibili:GIxeXkP", LinkKind.Video },
        // Lookalikes are not the platform.
        { "https://v.douyin.com.evil.com/x", "https://v.douyin.com.evil.com/x", "unknown:v.douyin.com.evil.com/x", LinkKind.Page },
        { "https://evil.com/?u=v.douyin.com/abc/", "https://evil.com/?u=v.douyin.com/abc/", "unknown:evil.com/?u=v.douyin.com/abc", LinkKind.Page },
        { "https://evildouyin.com/video/1234", "https://evildouyin.com/video/1234", "unknown:evildouyin.com/video/1234", LinkKind.Page },
        { "https://v.d\u043Euyin.com/x", "https://v.xn--duyin-jye.com/x", "unknown:v.xn--duyin-jye.com/x", LinkKind.Page },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_is_known(string text, string url, string key, LinkKind kind)
    {
        var chosen = ShareText.Parse(text).Chosen;

        Assert.Equal((url, key, kind), (chosen?.Url, chosen?.Key, chosen?.Kind));
    }

    [Theory]
    [InlineData("视频在我手机里，怎么传？电话 13800000000", false)]
    [InlineData("d@N.jp baN:/ gOX:/ w@f.oD", false)]
    [InlineData("写信到 reader@v.douyin.com/x 行吗", false)]
    [InlineData("打开 www.bilibili.com 就能看", false)]
    [InlineData("example.org/x 没有 http", false)]
    [InlineData("bv1gj411x7h7 和 XBV1GJ411x7h7", false)]
    [InlineData("http/2 和 https//example.org/x", false)]
    [InlineData("http://", true)]
    [InlineData("javascript:alert(1)", true)]
    [InlineData("http://127.0.0.1:8099/clip.mp4", true)]
    [InlineData("https://v.douyin.com@evil.com", true)]
    [InlineData("https://a:b@v.douyin.com/x", true)]
    [InlineData("http://①②⑦.⓪.⓪.①/", true)]
    [InlineData("http://localhost/x", true)]
    [InlineData("http://printer.local/x", true)]
    [InlineData("https://v.douyin.com:8443/abc/", true)]
    [InlineData("https://[::1]/x", true)]
    public void What_is_no_link_gives_none(string text, bool refused)
    {
        var shared = ShareText.Parse(text);

        Assert.Empty(shared.Links);
        Assert.Equal(refused, shared.Refused);
    }

    [Fact]
    public void All_addresses_are_found_in_order_and_each_once()
    {
        var shared = ShareText.Parse("https://v.douyin.com/L4NpDJ6/\n\n变身https://v.douyin.com/L4FJNR3/ 复制 https://v.douyin.com/L4NpDJ6/");

        Assert.Equal(["https://v.douyin.com/L4NpDJ6/", "https://v.douyin.com/L4FJNR3/"], shared.Links.Select(link => link.Url));
    }

    /// <summary>Without a blank between them, as a list pasted from a table or tapped twice gives it.</summary>
    [Theory]
    [InlineData("https://v.douyin.com/abc/,https://b23.tv/GIxeXkP", "https://v.douyin.com/abc/", "https://b23.tv/GIxeXkP")]
    [InlineData("https://example.org/a?x=1;https://example.org/b", "https://example.org/a?x=1", "https://example.org/b")]
    [InlineData("https://v.douyin.com/abc/https://v.douyin.com/def/", "https://v.douyin.com/abc/", "https://v.douyin.com/def/")]
    [InlineData("https://example.org/go?to=https://b23.tv/GIxeXkP", "https://example.org/go?to=https://b23.tv/GIxeXkP")]
    [InlineData("https://web.example.org/2020/https://example.com/x", "https://web.example.org/2020/https://example.com/x")]
    [InlineData("https://weibo.cn/sinaurl?u=https://example.com/x", "https://weibo.cn/sinaurl?u=https://example.com/x")]
    public void Addresses_that_touch_are_told_apart_and_one_within_another_is_not(string text, params string[] urls) =>
        Assert.Equal(urls, ShareText.Parse(text).Links.Select(link => link.Url));

    [Theory]
    [InlineData("7.43 pda:/ 让你在几秒钟之内记住我  https://v.douyin.com/L5pbfdP/ 复制此链接，打开Dou音搜索，直接观看视频！", "让你在几秒钟之内记住我")]
    [InlineData("4.12 复制打开抖音，看看【老街的作品】晨练 # 株洲 https://v.douyin.com/abc/ 11/22 u@S.yt :2pm baN:/", "【老街的作品】晨练 # 株洲")]
    [InlineData("大漠孤烟直，长河落日圆 https://v.kuaishou.com/aeh1wD 复制此消息，打开【快手】直接观看！", "大漠孤烟直，长河落日圆")]
    [InlineData("【江边晨练-哔哩哔哩】 https://b23.tv/GIxeXkP", "【江边晨练】")]
    [InlineData("链接: https://pan.baidu.com/s/1NI7k_QY 提取码: 6zg9 复制这段内容后打开百度网盘手机App，操作更方便哦", "")]
    [InlineData("67 我发现了一篇小红书笔记，快来看吧 😆 3h8XKv3d89H 😆 http://xhslink.com/m/3Bt1MNtLrzm ，复制本条信息，打开【小红书】App查看精彩内容！", "")]
    [InlineData("湘江的晚霞... http://xhslink.com/o/944F67UcrQQ 复制后打开【小红书】查看笔记！", "湘江的晚霞...")]
    [InlineData("湘江的晚霞 http://xhslink.com/o/944F67UcrQQ \n复制后打开【小红书】查看笔记！\n请采用", "湘江的晚霞 请采用")]
    [InlineData("【湘江的晚霞 - 老街 | 小红书 - 你的生活指南】 😆 abcdEFGH12 😆 https://www.xiaohongshu.com/discovery/item/6411cf99000000001300b6d9", "【湘江的晚霞 - 老街】")]
    [InlineData("97 老街发布了一篇小红书笔记，快来看吧！ 😆 uUmSHpfne4z 😆 http://xhslink.com/0nBwqu，复制本条信息，打开【小红书】App查看精彩内容！", "")]
    [InlineData("老街的龙舟 https://b23.tv/GIxeXkP 【分享自B站】", "老街的龙舟")]
    [InlineData("老街的龙舟 https://b23.tv/GIxeXkP 分享自哔哩哔哩", "老街的龙舟")]
    [InlineData("#在抖音，记录美好生活#老街的龙舟 https://v.douyin.com/abc/ 复制此链接，打开【抖音短视频】，直接观看视频！", "老街的龙舟")]
    [InlineData("5.69 复制打开抖音极速版，看看【老街的作品】晨练 https://v.douyin.com/abc/ 8@5.com :2pm 03/21 fBt:/ Jvs:/", "【老街的作品】晨练")]
    [InlineData("老街的龙舟 https://v.kuaishou.com/aeh1wD 复制此链接，打开【快手极速版】直接观看！", "老街的龙舟")]
    [InlineData("分享视频 http://t.cn/A6nNyQyS \u200B", "")]
    [InlineData("老街的龙舟（来自 @微博视频号） http://t.cn/A6nNyQyS", "老街的龙舟")]
    [InlineData("打开微博就能看到老街的龙舟，是我拍的 http://t.cn/A6nNyQyS", "打开微博就能看到老街的龙舟，是我拍的")]
    [InlineData("这是我家门口拍的，请采用 https://example.org/x 谢谢编辑", "这是我家门口拍的，请采用 谢谢编辑")]
    public void The_readers_own_words_are_kept_and_the_apps_are_not(string text, string words) => Assert.Equal(words, ShareText.Parse(text).Words);

    [Fact]
    public void Every_row_of_the_table_has_an_example() =>
        Assert.Equal(
            Platforms.Table.Select(row => row.Name).Order(StringComparer.Ordinal),
            Shapes.Select(row => row.Data.Item3).Concat(CloudDiskTextTests.Disks.Select(row => row.Data.Item2)).Select(key => key.Split(':')[0])
                .Except([Platforms.Unknown, Platforms.Media]).Order(StringComparer.Ordinal));

    [Fact]
    public void A_text_made_to_be_slow_is_read_at_once_and_to_its_end()
    {
        var text = string.Concat(Enumerable.Repeat("a.a.a.a-", 5_000)) + " https://b23.tv/GIxeXkP " + string.Concat(Enumerable.Repeat("/~a", 5_000));

        Assert.Equal("bilibili:GIxeXkP", ShareText.Parse(text).Chosen?.Key);
    }
}
