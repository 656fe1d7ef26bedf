using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Intake;

/// <summary>One clip has several addresses; all of them have the same key.</summary>
public sealed class SecondFormTests
{
    [Theory]
    [InlineData("https://www.bilibili.com/video/av170001", "https://b23.tv/BV17x411w7KC")]
    [InlineData("https://www.bilibili.com/video/AV170001/?p=2", "https://www.bilibili.com/video/bv17x411w7KC?p=2")]
    [InlineData("https://player.bilibili.com/player.html?aid=170001&page=2", "https://www.bilibili.com/video/BV17x411w7KC?p=2")]
    [InlineData("https://player.bilibili.com/player.html?bvid=BV17x411w7KC&cid=279786", "https://www.bilibili.com/video/av170001?p=1")]
    [InlineData("https://h5.video.weibo.com/show/1034:4797699866951785", "https://video.weibo.com/show?fid=1034%3A4797699866951785")]
    [InlineData("https://m.weibo.cn/s/video/show?object_id=1034:4797699866951785", "https://weibo.com/tv/show/1034:4797699866951785?from=old_pc_videoshow")]
    [InlineData("https://video.h5.weibo.cn/1034:4797699866951785/4797699866951785", "https://weibo.com/tv/show/1034:4797699866951785")]
    [InlineData("https://weibo.com/7827771738/N4xlMvjhI", "https://m.weibo.cn/status/4910815147462302")]
    [InlineData("https://m.weibo.cn/detail/4189191225395228", "https://m.weibo.cn/status/FBqgOmDxO")]
    [InlineData("https://www.ixigua.com/6996881461559165471?logTag=a", "https://www.toutiao.com/video/6996881461559165471/")]
    [InlineData("https://m.toutiao.com/i6996881461559165471/", "https://www.ixigua.com/i6996881461559165471")]
    [InlineData("https://haokan.baidu.com/v?vid=12896398385117346310", "https://mbd.baidu.com/newspage/data/videolanding?context=%7B%22nid%22%3A%22sv_12896398385117346310%22%7D")]
    [InlineData("https://v.qq.com/x/cover/mzc00200c9lgm3j/q326831cny0.html", "https://v.qq.com/x/page/q326831cny0.html")]
    [InlineData("https://v.youku.com/v_show/id_XMTc1ODE5Njcy==.html", "https://v.youku.com/v_show/id_XMTc1ODE5Njcy.html")]
    [InlineData("http://www.xhslink.cn/o/9Zz", "http://xhslink.com/o/9Zz")]
    public void Two_forms_of_one_clip_meet(string one, string other) => Assert.Equal(KeyOf(other), KeyOf(one));

    [Theory]
    [InlineData("https://www.bilibili.com/video/BV17x411w7KC?p=2", "https://www.bilibili.com/video/BV17x411w7KC")]
    [InlineData("https://www.bilibili.com/video/BV17x411w7kc", "https://www.bilibili.com/video/BV17x411w7KC")]
    [InlineData("https://m.weibo.cn/status/FBqgOmDxO", "https://m.weibo.cn/status/FBqgOmDxo")]
    public void Two_clips_do_not(string one, string other) => Assert.NotEqual(KeyOf(other), KeyOf(one));

    /// <summary>Pairs that are published: of the platform's own announcement, and of yt-dlp's tests.</summary>
    [Theory]
    [InlineData("av170001", "BV17x411w7KC")]
    [InlineData("av2", "BV1xx411c7mD")]
    [InlineData("av455017605", "BV1Q541167Qg")]
    [InlineData("av882584971", "BV1mK4y1C7Bz")]
    [InlineData("av498159642", "BV1bK411W797")]
    [InlineData("AV111298867365120", "BV1L9Uoa9EUx")]
    [InlineData("bv17x411w7KC", "BV17x411w7KC")]
    [InlineData("av0", "av0")]
    [InlineData("av99999999999999999999", "av99999999999999999999")]
    [InlineData("12", "12")]
    public void An_av_number_has_a_BV(string id, string canonical) => Assert.Equal(canonical, BilibiliNumber.Canonical(id));

    [Theory]
    [InlineData("N4xlMvjhI", "4910815147462302")]
    [InlineData("FBqgOmDxO", "4189191225395228")]
    [InlineData("z0JH2lOMb", "3501756485200075")]
    [InlineData("z0Ijpwgk7", "3501703397689247")]
    [InlineData("4189191225395228", "4189191225395228")]
    [InlineData("ZZZZZZZZZ", "ZZZZZZZZZ")]
    [InlineData("a_b", "a_b")]
    [InlineData("zzzz0000zzzz0000zzzz", "zzzz0000zzzz0000zzzz")]
    public void A_bid_has_a_mid(string id, string canonical) => Assert.Equal(canonical, WeiboNumber.Canonical(id));

    [Fact]
    public void The_same_clip_pasted_twice_is_one_link_with_the_code_of_either()
    {
        var plain = ShareText.Parse("https://example.org/x 和 https://example.org/x/ 和 http://example.org/x");
        var twice = ShareText.Parse("https://www.bilibili.com/video/av170001\nhttps://b23.tv/BV17x411w7KC");
        var disk = ShareText.Parse("https://pan.baidu.com/s/1NI7k_QY\nhttps://pan.baidu.com/share/init?surl=NI7k_QY 提取码：zz99");

        Assert.Equal(("https://example.org/x", "https://www.bilibili.com/video/av170001"), (Assert.Single(plain.Links).Url, Assert.Single(twice.Links).Url));
        Assert.Equal("zz99", Assert.Single(disk.Links).Code);
    }

    [Fact]
    public void Of_several_shares_each_is_told_by_its_own_line()
    {
        var links = ShareText.Parse("看看【老街的作品】龙舟 https://v.douyin.com/aaa/ 复制\n看看【老街的图文作品】晚霞 https://v.douyin.com/bbb/\n【老街的直播间】https://v.douyin.com/ccc/").Links;

        Assert.Equal([LinkKind.Video, LinkKind.Page, LinkKind.Live], links.Select(link => link.Kind));
    }

    [Theory]
    [InlineData("https://www.ixigua.com/6996881461559165471", "ixigua")]
    [InlineData("https://www.toutiao.com/video/6996881461559165471", "toutiao")]
    public void Where_numbers_are_shared_the_platform_is_still_told(string text, string platform) => Assert.Equal(platform, ShareText.Parse(text).Chosen!.Platform);

    private static string KeyOf(string text) => ShareText.Parse(text).Chosen!.Key;
}
