using System.Text;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

public sealed class BodyTests
{
    [Theory]
    [InlineData("base64", "5oqV56i/", "投稿")]
    [InlineData("BASE64", "5o\r\nqV5\r\n6i/\r\n", "投稿")]                         // lines that end within a group
    [InlineData("base64", "5oqV!!56i/", "投稿")]
    [InlineData("base64", "YQ==YmM=", "abc")]                                      // two pieces
    [InlineData("base64", "YWJj ZA", "abcd")]                                      // no padding
    [InlineData("quoted-printable", "=E6=8A=95=\r\n=E7=A8=BF", "投稿")]
    [InlineData("quoted-printable", "a=  \r\nb   \r\nc=3Dd =zz", "ab\nc=d =zz")]   // blanks that were added on the way
    [InlineData("7bit", "a\r\n\r\nb", "a\n\nb")]
    [InlineData("", "plain", "plain")]
    [InlineData("no-such-encoding", "plain", "plain")]
    [InlineData("x-uuencode", "begin 644 a.txt\r\n#86)C\r\n`\r\nend", "abc")]
    public async Task A_body_is_decoded(string encoding, string body, string text) =>
        Assert.Equal(text, (await ReadAsync($"From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}")).Text);

    [Fact]
    public async Task Eight_bit_and_binary_bodies_are_kept_to_the_byte()
    {
        var mail = await ReadPartsAsync("Content-Type: application/octet-stream; name=a\r\nContent-Transfer-Encoding: binary\r\n\r\n\u0001\r\n\u00FF\n--\r\n");

        Assert.Equal((9, Sha256("\u0001\r\n\u00FF\n--\r\n")), ((int)mail.Parts[0].Size, mail.Parts[0].Sha256));
    }

    [Fact]
    public async Task A_bare_line_feed_ends_a_line()
    {
        var mail = await ReadAsync("From: a@b.example\nSubject: s\nContent-Type: multipart/mixed;\n boundary=\"x\"\n\npreamble\n--x\n\nfirst\n--x\nContent-Type: text/plain\n\nsecond\n--x--\nepilogue\n");

        Assert.Equal(("s", "first\n\nsecond"), (mail.Subject, mail.Text));
    }

    [Theory]
    [InlineData("multipart/mixed; boundary=x")]
    [InlineData("multipart/mixed; boundary=\"x \"")]
    [InlineData("multipart/mixed")]                     // missing
    [InlineData("multipart/mixed; boundary=\"wrong\"")]
    [InlineData("multipart/mixed; boundary=\"\"")]
    [InlineData("multipart/strange; boundary=x")]
    public async Task Parts_are_found(string type)
    {
        var mail = await ReadAsync($"From: a@b.example\r\nContent-Type: {type}\r\n\r\nThis is a multi-part message.\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x\r\nContent-Type: video/quicktime\r\nContent-Transfer-Encoding: base64\r\n\r\n{FilmBase64}\r\n--x--\r\nepilogue");

        Assert.Equal(("words", Film.Length, true), (mail.Text, (int)mail.Parts[0].Size, mail.Parts[0].Video));
    }

    [Fact]
    public async Task A_multipart_without_any_boundary_is_a_text()
    {
        var mail = await ReadAsync("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nOnly words,\r\nand no part.");

        Assert.Equal("Only words,\nand no part.", mail.Text);
        Assert.Contains("boundary-missing", mail.Warnings);
    }

    [Fact]
    public async Task Multiparts_lie_in_each_other_and_one_boundary_may_begin_like_another()
    {
        var mail = await ReadPartsAsync(
            "Content-Type: multipart/related; boundary=xx\r\n\r\n--xx\r\nContent-Type: multipart/alternative; boundary=xxx\r\n\r\n--xxx\r\n\r\nplain\r\n--xxx\r\nContent-Type: text/html\r\n\r\n<p>rich\r\n--xxx--\r\n--xx\r\nContent-Type: image/png\r\nContent-ID: <1>\r\n\r\n\u0089PNG\r\n--xx--",
            "\r\nfooter");

        Assert.Equal("plain\n\nfooter", mail.Text);
        Assert.Equal(("image/png", true), (Assert.Single(mail.Parts).Type, mail.Parts[0].Inline));
    }

    [Fact]
    public async Task An_inner_multipart_that_is_never_closed_ends_with_the_outer_one()
    {
        var mail = await ReadPartsAsync("Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\nfirst", "\r\nsecond");

        Assert.Equal("first\n\nsecond", mail.Text);
        Assert.Contains("boundary-missing", mail.Warnings);
    }

    [Fact]
    public async Task A_mail_within_a_mail_is_read_also_in_base64()
    {
        const string inner = "From: c@d.example\r\nSubject: inner\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nwords\r\n--x--\r\n";

        var plain = await ReadPartsAsync("\r\nsee", $"Content-Type: message/rfc822\r\n\r\n{inner.Replace("=x", "=y", StringComparison.Ordinal).Replace("--x", "--y", StringComparison.Ordinal)}");
        var encoded = await ReadPartsAsync("\r\nsee", $"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.ASCII.GetBytes(inner))}");

        Assert.Equal("see\n\n【转发的邮件】inner\nwords", plain.Text);
        Assert.Equal((plain.Text, MailKind.New), (encoded.Text, encoded.Kind));
        Assert.Contains("forwarded", encoded.Warnings);
    }

    [Fact]
    public async Task A_digest_holds_mails_without_saying_so()
    {
        var mail = await ReadPartsAsync("Content-Type: multipart/digest; boundary=y\r\n\r\n--y\r\n\r\nSubject: one\r\n\r\nwords\r\n--y--");

        Assert.Equal("【转发的邮件】one\nwords", mail.Text);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "too-many-parts")]
    public async Task Two_hundred_parts_are_read(int count, string? setAside)
    {
        var mail = await ReadPartsAsync([.. Enumerable.Range(0, count).Select(i => $"Content-Type: application/x-a; name=a{i}\r\n\r\nx")]);

        Assert.Equal((setAside, 200), (mail.SetAside, mail.Parts.Count));
    }

    [Theory]
    [InlineData(20, null, "deep")]
    [InlineData(21, "too-deep", "")]
    public async Task Twenty_steps_down_are_read(int depth, string? setAside, string text)
    {
        var message = new StringBuilder("From: a@b.example\r\n");
        for (var step = 0; step < depth; step++)
            message.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{step}.\r\n\r\n--b{step}.\r\n");
        message.Append("\r\ndeep\r\n");

        var mail = await ReadAsync(message.ToString());

        Assert.Equal((setAside, text), (mail.SetAside, mail.Text));
    }

    [Fact]
    public async Task More_than_eighty_megabytes_are_set_aside()
    {
        var mail = await ReadAsync([.. "From: a@b.example\r\nSubject: s\r\n\r\n"u8, .. new byte[ReadMessage.Largest]]);

        Assert.Equal((MailKind.SetAside, "too-large", "s"), (mail.Kind, mail.SetAside, mail.Subject));
    }

    [Fact]
    public async Task A_line_may_be_longer_than_every_buffer()
    {
        var film = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31 / 7)).ToArray();

        var mail = await ReadPartsAsync($"Content-Type: a/b; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(film)}", $"Content-Type: a/b; name=b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{string.Concat(film.Select(b => $"={b:X2}"))}");

        Assert.All(mail.Parts, part => Assert.Equal((film.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(film))), ((int)part.Size, part.Sha256)));
    }

    private static string Sha256(string bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.Latin1.GetBytes(bytes)));
}
