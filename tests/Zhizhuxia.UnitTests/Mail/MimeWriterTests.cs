using System.Globalization;
using System.Text;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.UnitTests.Mail;

public class MimeWriterTests
{
    private static readonly OutgoingMail _mail = new()
    {
        MessageId = "<zzx.019ab0.deadbeef@newspaper.example>",
        FromName = "知株侠",
        From = MailAddress.Parse("zzx@newspaper.example"),
        To = MailAddress.Parse("reader@host.example"),
        Subject = "【知株侠 ZX261122-0031】您的投稿《株洲》已收到",
        Text = "张玉成，您好：\n\n第一段，\n第二行。看 https://zzx.example/status?a=1&b=2。\n\n<b>不是</b>标签",
        Date = new DateTimeOffset(2026, 11, 22, 20, 5, 9, TimeSpan.Zero),
    };

    [Fact]
    public void A_mail_reads_back_as_it_was_meant()
    {
        var mail = StrictMail.Read(MimeWriter.Write(_mail));

        Assert.Equal(_mail.Subject, mail["Subject"]);
        Assert.Equal("知株侠 <zzx@newspaper.example>", mail["From"]);
        Assert.Equal("reader@host.example", mail["To"]);
        Assert.Equal("Mon, 23 Nov 2026 04:05:09 +0800", mail["Date"]);
        Assert.Equal(_mail.MessageId, mail["Message-ID"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal("All", mail["X-Auto-Response-Suppress"]);
        Assert.Equal("1.0", mail["MIME-Version"]);
        Assert.StartsWith("multipart/alternative;", mail["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_and_HTML_say_the_same()
    {
        var parts = StrictMail.Read(MimeWriter.Write(_mail)).Parts();

        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part["Content-Type"].Split(';')[0]));
        Assert.Equal(_mail.Text.Replace("\n", "\r\n", StringComparison.Ordinal), parts[0].Text());
        var html = parts[1].Text();
        Assert.Contains("<p>张玉成，您好：</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>第一段，<br>\r\n第二行。看 <a href=\"https://zzx.example/status?a=1&amp;b=2\">https://zzx.example/status?a=1&amp;b=2</a>。</p>", html, StringComparison.Ordinal);
        Assert.Contains("<p>&lt;b&gt;不是&lt;/b&gt;标签</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("https://evil.example/\"onmouseover=\"alert(1)")]
    [InlineData("javascript://zzx.example/%0aalert(1)")]
    [InlineData("https://zzx.example/<script>")]
    public void Words_never_become_markup(string words)
    {
        var html = StrictMail.Read(MimeWriter.Write(_mail with { Text = words })).Parts()[1].Text();

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\"onmouseover", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nBcc: all@evil.example", "a Bcc: all@evil.example")]
    [InlineData("a\nb\rc\0d\u2028e\u2029f\u0085g\vh\fi", "a b c d e f g h i")]
    [InlineData("\u202Eexe.mp4\u2066\u200B", " exe.mp4")]
    [InlineData("a\uD83D b \uDE00", "a b")]
    [InlineData("=?utf-8?B?5L2g?=", "=?utf-8?B?5L2g?=")]
    [InlineData("plain words only", "plain words only")]
    [InlineData("家👨‍👩‍👧‍👦庭", "家👨‍👩‍👧‍👦庭")]
    [InlineData("", "")]
    public void A_subject_is_one_line_that_forges_nothing(string subject, string read)
    {
        var mail = StrictMail.Read(MimeWriter.Write(_mail with { Subject = subject, FromName = $"{subject}A" }));

        Assert.Equal(read.Trim(), mail["Subject"]);
        Assert.EndsWith("A <zzx@newspaper.example>", mail["From"], StringComparison.Ordinal);
        Assert.Equal(10, mail.Fields.Count);
    }

    [Fact]
    public void Every_length_of_every_width_is_folded_between_characters()
    {
        foreach (var character in new[] { "x", "é", "株", "𠮷", "x y ", "a株", "株 " })
        {
            for (var length = 1; length <= 100; length++)
            {
                var subject = string.Concat(Enumerable.Repeat(character, length)).Trim();
                var counted = new StringInfo(subject).LengthInTextElements;
                if (counted <= MimeWriter.LongestSubject)
                    Assert.Equal(subject, StrictMail.Read(MimeWriter.Write(_mail with { Subject = subject }))["Subject"]);
            }
        }
    }

    [Fact]
    public void An_overlong_subject_is_cut_between_what_a_person_counts_as_characters()
    {
        var subject = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 150));

        var read = StrictMail.Read(MimeWriter.Write(_mail with { Subject = subject }))["Subject"];

        Assert.Equal(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 99)) + "…", read);
    }

    [Fact]
    public void An_answer_names_what_it_answers()
    {
        var mail = StrictMail.Read(MimeWriter.Write(_mail with { InReplyTo = "<x@host.example>" }));

        Assert.Equal(("auto-replied", "<x@host.example>", "<x@host.example>"), (mail["Auto-Submitted"], mail["In-Reply-To"], mail["References"]));
    }

    [Fact]
    public void A_letter_that_follows_others_stays_in_their_thread_and_is_no_automatic_answer()
    {
        var mail = StrictMail.Read(MimeWriter.Write(_mail with { Thread = ["<first@reader.example>", "<zzx.1.2@newspaper.example>"] }));

        Assert.Equal(
            ("auto-generated", "<zzx.1.2@newspaper.example>", "<first@reader.example> <zzx.1.2@newspaper.example>"),
            (mail["Auto-Submitted"], mail["In-Reply-To"], mail["References"]));
    }

    [Fact]
    public void An_address_beyond_ASCII_is_written_as_UTF_8_and_nothing_else_is()
    {
        var lines = Encoding.UTF8.GetString(MimeWriter.Write(_mail with { To = MailAddress.Parse("读者@host.example") })).Split("\r\n");

        Assert.Equal("To: 读者@host.example", Assert.Single(lines, line => !Ascii.IsValid(line)));
    }

    [Theory]
    [InlineData("<a@b>\r\nBcc: x@evil.example")]
    [InlineData("<株@b>")]
    [InlineData("<a@b\0>")]
    [InlineData("")]
    public void An_id_that_would_break_the_header_is_refused(string id)
    {
        Assert.Throws<FormatException>(() => MimeWriter.Write(_mail with { MessageId = id }));
        Assert.Throws<FormatException>(() => MimeWriter.Write(_mail with { InReplyTo = id }));
        Assert.Throws<FormatException>(() => MimeWriter.Write(_mail with { InReplyTo = $"<{new string('x', 1000)}@b>" }));
    }

    [Theory]
    [InlineData("boundary", "simple")]
    [InlineData("boundary", "=_with:special")]
    [InlineData("filename", "株洲的夏天.mp4")]
    [InlineData("filename", "第一集 “开篇”;'100%'\\\".mp4")]
    [InlineData("filename", "很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字很长的名字𠮷𠮷𠮷𠮷𠮷𠮷.mov")]
    [InlineData("filename", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.mp4")]
    public void A_parameter_reads_back(string name, string value)
    {
        var field = new MimeHeaders().Add("Content-Disposition", "attachment", name, value).ToString();

        var read = StrictMail.Read(Encoding.ASCII.GetBytes(field + "\r\n"));
        Assert.Equal(value, StrictMail.Parameter(read["Content-Disposition"], name));
        Assert.All(field.Split("\r\n"), line => Assert.True(line.Length <= 76, line));
    }
}
