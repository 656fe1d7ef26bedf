using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("Subject: one\r\n two\r\n\tthree", "one two three")]
    [InlineData("SUBJECT : spaced name", "spaced name")]
    [InlineData("Subject: =?utf-8?B?5oqV56i/?= =?utf-8?B?5LiA?=", "投稿一")]
    [InlineData("Subject: =?utf-8?B?5oqV?=\r\n =?utf-8?Q?=E7=A8=BF?=", "投稿")]
    [InlineData("Subject: =?gb2312?B?yta7+sXEyePP1rM=?=\r\n\t=?gb2312?B?oQ==?=", "手机拍摄现场")] // a character cut in two
    [InlineData("Subject: =?utf-8?Q?a_b?= c =?utf-8?Q?d?=", "a b c d")]
    [InlineData("Subject: =?utf-8?B?5oqV56i/?==?utf-8?B?5LiA?=", "投稿一")]
    [InlineData("Subject: =?US-ASCII*EN?Q?plain?=", "plain")]
    [InlineData("Subject: =?ISO-2022-JP?B?GyRCJSIlXiU+JXMbKEI=?=", "アマゾン")]
    [InlineData("Subject: =?utf-8?B?5oqV56i/", "=?utf-8?B?5oqV56i/")]
    [InlineData("Subject: =?utf-8?X?abc?= =?", "=?utf-8?X?abc?= =?")]
    [InlineData("Subject: =?gb18030?B?1Ma5prDUzqrNyA==?=", "云功霸为腿")]
    [InlineData("no colon here\r\nSubject: after a line that is no field", "after a line that is no field")]
    public async Task A_subject_is_read(string header, string subject) =>
        Assert.Equal(subject, (await ReadAsync($"From: a@b.example\r\n{header}\r\n\r\nx")).Subject);

    [Fact]
    public async Task Raw_eight_bit_headers_are_read_as_utf_8_or_gb18030()
    {
        var utf8 = await ReadAsync(Utf8("From: 林先生 <lin@b.example>\r\nSubject: 早高峰实拍\r\n\r\nx"));
        var gbk = await ReadAsync(Gbk("From: \"林先生\" <lin@b.example>\r\nSubject: 早高峰实拍㙍\r\n\r\nx"));

        Assert.Equal(("早高峰实拍", "林先生"), (utf8.Subject, utf8.From!.Name));
        Assert.Equal(("早高峰实拍㙍", "林先生"), (gbk.Subject, gbk.From!.Name));
        Assert.Contains(gbk.Charsets, decision => decision is { Where: "Subject", Declared: null, Used: "gb18030" });
    }

    [Theory]
    [InlineData("陈侠")] // ends with the byte A0
    [InlineData("贅")] // with 85
    public async Task Raw_names_keep_their_last_byte(string name)
    {
        var mail = await ReadAsync(Utf8($"From: {name} <a@b.example>\r\nReply-To: {name}<a@b.example> ({name})\r\n\r\nx"));

        Assert.Equal((name, name), (mail.From!.Name, mail.ReplyTo!.Name));
    }

    [Theory]
    [InlineData("=?utf-8?B?5p6X?= <a@b.example>", "林", "a@b.example")]
    [InlineData("\"Lin, A\" <a@b.example>, c@d.example", "Lin, A", "a@b.example")]
    [InlineData("a@b.example (Lin)", "Lin", "a@b.example")]
    [InlineData("<a@b.example>", "", "a@b.example")]
    [InlineData("a@b.example, c@d.example", "", "a@b.example")]
    [InlineData("\"=?utf-8?B?5p6X?=\" <a@b.example>", "林", "a@b.example")]
    public async Task A_sender_is_read(string from, string name, string address)
    {
        var mail = await ReadAsync($"From: {from}\r\nReply-To: {from}\r\n\r\nx");

        Assert.Equal((name, address), (mail.From!.Name, mail.From.Address));
        Assert.Equal(mail.From, mail.ReplyTo);
    }

    [Theory]
    [InlineData("Sun, 01 Mar 2026 08:15:00 +0800", "2026-03-01T00:15:00Z")]
    [InlineData("1 Mar 26 08:15 GMT", "2026-03-01T08:15:00Z")]
    [InlineData("Wed, 20 Sep 1995 00:19:00 (EDT) -0400", "1995-09-20T04:19:00Z")]
    [InlineData("Fri, 29 Jul 2011 04:08:56 PDT", "2011-07-29T11:08:56Z")]
    [InlineData("30 Feb 2026 08:15:00 +0800", null)]
    [InlineData("yesterday", null)]
    public async Task A_date_is_read(string date, string? moment) =>
        Assert.Equal(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), (await ReadAsync($"From: a@b.example\r\nDate: {date}\r\n\r\nx")).Date);

    [Theory]
    [InlineData("Content-Disposition: attachment; filename*=utf-8''%E6%8A%95%E7%A8%BF.doc", "投稿.doc")]
    [InlineData("Content-Disposition: attachment; filename*0*=gbk'zh'%CD%B6; filename*1*=%B8%E5; filename*2=.doc", "投稿.doc")]
    [InlineData("Content-Disposition: attachment; filename*0*=gbk''%CD; filename*1*=%B6%B8; filename*2*=%E5.doc", "投稿.doc")]
    [InlineData("Content-Disposition: attachment; filename*0=\"one \"; filename*1=\"two.doc\"", "one two.doc")]
    [InlineData("Content-Disposition: attachment; filename=\"=?GBK?B?zba45Q==?=.doc\"", "投稿.doc")]
    [InlineData("Content-Type: application/msword; name=\"=?utf-8?Q?=E6=8A=95=E7=A8=BF?=.doc\"", "投稿.doc")]
    [InlineData("Content-Disposition: attachment; filename=two words.doc; size=3", "two words.doc")]
    [InlineData("Content-Disposition: attachment; filename=\"a;b\\\"c.doc\"", "a;b\"c.doc")]
    [InlineData("Content-Disposition: attachment; filename=\"..\\..\\web.config\"", "web.config")]
    [InlineData("Content-Disposition: attachment; filename=\"C:\\Users\\lin\\a.doc\"", "a.doc")]
    [InlineData("Content-Disposition: attachment; filename=\"/etc/passwd\"", "passwd")]
    [InlineData("Content-Disposition: attachment; filename=\"..\"", "附件1.pdf")]
    [InlineData("Content-Type: application/octet-stream; name=\"tcmime.1234.5678.90.bin\"", "附件1.pdf")]
    [InlineData("Content-Type: application/octet-stream", "附件1.pdf")]
    public async Task A_name_is_text_and_never_a_path(string header, string name)
    {
        var mail = await ReadPartsAsync($"{header}\r\n{(header.StartsWith("Content-Type", StringComparison.Ordinal) ? "X: y" : "Content-Type: application/octet-stream")}\r\n\r\n%PDF-1.4");

        Assert.Equal((name, "application/pdf"), (Assert.Single(mail.Parts).Name, mail.Parts[0].Type));
    }

    [Fact]
    public async Task A_raw_gbk_name_may_hold_a_backslash_as_half_a_character()
    {
        Assert.Contains('\\', Gbk("誠")); // 0x5C is its second byte

        var mail = await ReadPartsAsync(Gbk("Content-Disposition: attachment; filename=\"株洲誠\"; size=1\r\n\r\nx"), Gbk("Content-Type: a/b; name=视频.doc\r\n\r\nx"));

        Assert.Equal(["株洲誠", "视频.doc"], mail.Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task A_header_of_a_megabyte_is_read()
    {
        var mail = await ReadAsync($"From: a@b.example\r\nReferences: {string.Join("\r\n ", Enumerable.Repeat("<id@host.example>", 60_000))}\r\nX-Long: {new string('x', 1_000_000)}\r\nSubject: behind\r\n\r\ntext");

        Assert.Equal(("behind", "text"), (mail.Subject, mail.Text));
        Assert.DoesNotContain("header-cut", mail.Warnings);
    }

    [Theory]
    [InlineData("\r\n  \r\n")]
    [InlineData("From someone Sun May  8 19:07:09 2005\r\n")]
    public async Task What_stands_before_the_header_is_skipped(string before) =>
        Assert.Equal(("s", "text"), (await ReadAsync($"{before}From: a@b.example\r\nSubject: s\r\n\r\ntext")) is var mail ? (mail.Subject, mail.Text) : default);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("just some words\r\nand more of them")]
    [InlineData("\0\u0001\u0002\u0003")]
    public async Task What_has_no_header_is_set_aside(string bytes)
    {
        var mail = await ReadAsync(bytes);

        Assert.Equal((MailKind.SetAside, "no-header"), (mail.Kind, mail.SetAside));
        Assert.Equal("no-header", mail.Warnings[0]);
    }
}
