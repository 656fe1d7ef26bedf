using Zhizhuxia.Mail.Reading;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

/// <summary>HTML, links and 超大附件.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree")]
    [InlineData("a &amp; b&nbsp;&#20320;&lt;x&gt;", "a & b 你<x>")]
    [InlineData("<style>p{}</style><script>alert('</p>')</script>x<!-- <p>y</p> -->z", "xz")]
    [InlineData("<td>a</td><td>b</td>", "a b")]
    [InlineData("1 < 2 and <b title=\">\">bold</b>", "1 < 2 and bold")]
    [InlineData("words <script>never closed", "words")]
    [InlineData("<img src=\"https://tracker.example/x.gif\">", "")]
    [InlineData("<a href=\"unclosed>words</a> more", "words more")]
    [InlineData("a <b", "a <b")]
    [InlineData("a <<b>c</b> <", "a <c <")]
    public async Task Html_becomes_text(string html, string text) =>
        Assert.Equal(text, (await ReadAsync($"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{Utf8(html)}")).Text);

    [Fact]
    public async Task An_empty_plain_form_gives_way_to_html()
    {
        var mail = await ReadAsync("From: a@b.example\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\n \r\n--x\r\nContent-Type: text/html\r\n\r\n<b>rich</b>\r\n--x--");

        Assert.Equal("rich", mail.Text);
    }

    [Fact]
    public async Task Links_are_those_of_the_words_and_the_films_behind_html()
    {
        var mail = await ReadAsync(Utf8("From: a@b.example\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n看https://v.douyin.com/L4FJNR3/，还有网盘 https://pan.baidu.com/s/1NI7k_QY 提取码：6zg9\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<a href='https://www.bilibili.com/video/BV13x41117TL/'>这里</a><a href='https://mail.example/unsubscribe'>x</a>\r\n--x--"));

        Assert.Equal(["douyin:L4FJNR3", "baidu_pan:NI7k_QY", "bilibili:BV13x41117TL"], mail.Links.Select(link => link.Key));
        Assert.Equal("6zg9", mail.Links[1].Code);
    }

    [Fact]
    public async Task A_long_address_that_flows_over_two_lines_is_whole()
    {
        var mail = await ReadAsync("From: a@b.example\r\nContent-Type: text/plain; format=flowed; delsp=yes\r\n\r\nsee https://example.org/a-very- \r\nlong-address\r\n-- \r\nme");

        Assert.Equal("https://example.org/a-very-long-address", Assert.Single(mail.Links).Url);
        Assert.EndsWith("\n-- \nme", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_that_turn_a_text_around_and_nul_bytes_are_left_out() =>
        Assert.Equal("ab", (await ReadAsync(Utf8("From: a@b.example\r\n\r\na\u202Eb\0\u0007"))).Text);

    [Fact]
    public async Task Qqs_large_attachments_are_found_in_html_with_their_attributes()
    {
        var mail = await Html("""
            <div>正文</div><div id="QQMailBigAttach"><hr source="x"><div>从QQ邮箱发来的超大附件</div>
            <div><span class="qqmailbgattach" expiretime="1775002500" downloadlink="http%3A%2F%2Fmail.qq.com%2Fcgi-bin%2FftnExs_download%3Ft%3Dexs_ftn_download%26k%3D7d36%26code%3Dabcd"><a href="http://mail.qq.com/cgi-bin/ftnExs_download?t=exs_ftn_download&amp;k=7d36&amp;code=abcd">现场(1).mp4</a><span> (356.20M, 2026年4月1日 8:15 到期)</span></span></div></div>
            """);

        Assert.Equal(
            new LargeAttachment("现场(1).mp4", "356.20M", "http://mail.qq.com/cgi-bin/ftnExs_download?t=exs_ftn_download&k=7d36&code=abcd", DateTimeOffset.FromUnixTimeSeconds(1775002500)),
            Assert.Single(mail.LargeAttachments));
        Assert.Empty(mail.Links);
    }

    [Fact]
    public async Task Qqs_large_attachments_are_found_in_plain_text()
    {
        var mail = await ReadAsync(Utf8("From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n正文\r\n\r\n从QQ邮箱发来的超大附件\r\n\r\n一.mp4 (128.03M, 2026年11月27日 21:59 到期)进入下载页面：http://mail.qq.com/cgi-bin/ftnExs_download?t=exs_ftn_download&k=7d36&code=76\r\n二.mov (1.2G, 无限期)进入下载页面：https://wx.mail.qq.com/ftn/download?func=3&key=K&code=C"));

        Assert.Equal(
            [
                new("一.mp4", "128.03M", "http://mail.qq.com/cgi-bin/ftnExs_download?t=exs_ftn_download&k=7d36&code=76", new DateTimeOffset(2026, 11, 27, 21, 59, 0, TimeSpan.FromHours(8))),
                new("二.mov", "1.2G", "https://wx.mail.qq.com/ftn/download?func=3&key=K&code=C", null),
            ],
            mail.LargeAttachments);
    }

    [Fact]
    public async Task A_163s_large_attachments_are_found_beside_its_other_links()
    {
        const string url = "https://mail.163.com/large-attachment-download/index.html?file=djAy";
        var mail = await Html($"""
            <div id="divNeteaseBigAttach"><div><b>从网易163邮箱发来的超大附件</b><a href="http://u.163.com/RcUw?spm=x">推荐客户端极速下载</a></div>
            <div><div style="float:left"><a href="{url}"></a></div><div><div><a href="{url}">现场.mov</a><span> (80.96M, 2026年8月17日 0:49 到期)</span></div><div><a href="{url}">下载</a></div></div></div></div>
            """);

        Assert.Equal(new LargeAttachment("现场.mov", "80.96M", url, new DateTimeOffset(2026, 8, 17, 0, 49, 0, TimeSpan.FromHours(8))), Assert.Single(mail.LargeAttachments));
    }

    [Theory]
    [InlineData("<a href='https://wx.mail.qq.com/ftn/download?func=3&amp;key=K'>video</a>")]
    [InlineData("<div class=foxmail_hugeattachment><a href='http://mail.foxmail.com/cgi-bin/ftnExs_download?k=1'>a</a></div>")]
    [InlineData("<a href='https://dashi.163.com/html/cloud-attachment-download/?key=K'>a</a>")]
    public async Task An_address_alone_is_enough(string html) => Assert.NotNull(Assert.Single((await Html(html)).LargeAttachments).Url);

    [Theory]
    [InlineData("<style>#divNeteaseBigAttach, #divNeteaseBigAttach_bak{display:none;}</style>words")]
    [InlineData("我不会用超大附件，文件 (30M, 2026年8月1日 到期) 怎么传？")]
    [InlineData("<a href='https://mail.qq.com.evil.example/ftn/download?key=K'>a</a>")]
    public async Task Styles_and_talk_of_them_are_none(string html) => Assert.Empty((await Html(html)).LargeAttachments);

    private static Task<MailReading> Html(string html) => ReadAsync(Utf8($"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}"));
}
