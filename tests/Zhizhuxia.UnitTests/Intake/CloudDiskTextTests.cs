using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Intake;

/// <summary>Addresses of cloud disks, which open with a code and for a time.</summary>
public sealed class CloudDiskTextTests
{
    /// <summary>The whole text; the key; the code; the expiry.</summary>
    public static TheoryData<string, string, string?, string?> Disks { get; } = new()
    {
        { "链接: https://pan.baidu.com/s/1NI7k_QY 提取码: 6zg9 复制这段内容后打开百度网盘手机App，操作更方便哦", "baidu_pan:NI7k_QY", "6zg9", null },
        { "链接：https://pan.baidu.com/s/1NI7k_QY?pwd=ab12 提取码：ab12 有效期：7天", "baidu_pan:NI7k_QY", "ab12", "7天" },
        { "https://pan.baidu.com/share/init?surl=NI7k_QY 密码:zz99 永久有效", "baidu_pan:NI7k_QY", "zz99", "永久有效" },
        { "我用夸克网盘给你分享了「龙舟」\n/~eadd3ZGAKh~:/\n链接：https://pan.quark.cn/s/b4bae4c9b4d0\n提取码：QTjz", "quark_pan:b4bae4c9b4d0", "QTjz", null },
        { "提取码 88xy，30天内有效 https://www.alipan.com/s/aBc", "aliyun_pan:aBc", "88xy", "30天" },
        { "https://cloud.189.cn/t/aBcD（访问码：q1w2）2026-12-01 08:00 到期", "tianyi_pan:aBcD", "q1w2", "2026-12-01 08:00" },
        { "https://pan.quark.cn/s/b4ba", "quark_pan:b4ba", null, null },
        { "https://yun.139.com/shareweb/#/w/i/2nQQabc 提取码:ab12", "caiyun_pan:2nQQabc", "ab12", null },
        { "https://caiyun.139.com/m/i?2nQQabc", "caiyun_pan:2nQQabc", null, null },
        { "https://drive.uc.cn/s/6e1ab4c0b8a24?public=1", "uc_pan:6e1ab4c0b8a24", null, null },
        { "https://115cdn.com/s/swhyamf33ff?password=x123#", "pan_115:swhyamf33ff", "x123", null },
        { "https://wwa.lanzoui.com/iAbc123 密码:4f2k", "lanzou:iAbc123", "4f2k", null },
        { "https://www.jianguoyun.com/p/DYzg-1x", "jianguoyun:DYzg-1x", null, null },
        { "https://f.ws59.cn/f/dz6yaxxx 复制链接到浏览器打开", "wenshushu:dz6yaxxx", null, null },
        { "https://www.123pan.com/s/aBcD-1xYz.html提取码:8Ab1", "pan_123:aBcD-1xYz", "8Ab1", null },
        { "https://pan.baidu.com/s/1aa 提取码：ab12 有效期至2026年12月31日", "baidu_pan:aa", "ab12", "2026年12月31日" },
        { "https://pan.baidu.com/s/1aa 提取码【ab12】有效期至12月31日", "baidu_pan:aa", "ab12", "12月31日" },
        { "https://pan.baidu.com/s/1aa 提取码：ａｂ１２ 一周内有效", "baidu_pan:aa", "ab12", "一周" },
        { "https://pan.baidu.com/s/1aa code: ab12", "baidu_pan:aa", "ab12", null },
        { "https://pan.baidu.com/s/1aa 解压密码：zzxzzx 提取码：ab12", "baidu_pan:aa", "ab12", null },
        { "https://pan.baidu.com/s/1aa 密码：zzxzzx 提取码：ab12", "baidu_pan:aa", "ab12", null },
        { "https://pan.baidu.com/s/1aa 解压密码：zzxzzx", "baidu_pan:aa", null, null },
        { "https://share.weiyun.com/5AbCdEf", "weiyun:5AbCdEf", null, null },
        { "https://pan.xunlei.com/s/VNabc_1-x?pwd=k3p9# 复制这段内容后打开手机迅雷App", "xunlei_pan:VNabc_1-x", "k3p9", null },
    };

    [Theory]
    [MemberData(nameof(Disks))]
    public void A_cloud_disk_comes_with_its_code_and_its_expiry(string text, string key, string? code, string? expires)
    {
        var chosen = ShareText.Parse(text).Chosen!;

        Assert.Equal((LinkKind.CloudDisk, key, code, expires), (chosen.Kind, chosen.Key, chosen.Code, chosen.Expires));
    }

    [Fact]
    public void Each_disk_has_the_code_behind_it()
    {
        var links = ShareText.Parse("https://pan.baidu.com/s/1aa 提取码：1111\nhttps://pan.baidu.com/s/1bb 提取码：2222").Links;

        Assert.Equal(["1111", "2222"], links.Select(link => link.Code));
    }
}
