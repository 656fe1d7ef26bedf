using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Mail.Reading;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

public sealed class PartTests
{
    private static readonly string _sha256 = Convert.ToHexStringLower(SHA256.HashData(Film));

    [Theory]
    [InlineData("Content-Type: application/octet-stream; charset=gb18030; name=a.mp4", "a.mp4", false)] // QQ
    [InlineData("Content-Type: video/quicktime\r\nContent-Disposition: inline; filename=IMG_1.MOV", "IMG_1.MOV", true)] // iPhone
    [InlineData("Content-Type: image/jpeg; name=photo.jpg", "photo.jpg", false)]
    [InlineData("Content-Type: text/plain; name=a.txt", "a.txt", false)]
    [InlineData("Content-Type: text/plain", "附件1.mov", false)]
    [InlineData("Content-Type: video/mp4", "附件1.mov", false)]
    [InlineData("Content-Type: application/ms-tnef; name=winmail.dat", "winmail.dat", false)]
    public async Task A_film_is_told_by_its_content(string header, string name, bool inline)
    {
        var mail = await ReadPartsAsync($"{header}\r\nContent-Transfer-Encoding: base64\r\n\r\n{FilmBase64}");

        var part = mail.Parts[0];
        var expected = header.Contains("tnef", StringComparison.Ordinal) ? part with { Name = name } : new(name, "video/quicktime", Film.Length, _sha256, inline, true, false);
        Assert.Equal(expected, part);
    }

    [Fact]
    public async Task A_mail_that_is_nothing_but_a_film_is_read()
    {
        var mail = await ReadAsync($"From: a@b.example\r\nContent-Type: video/quicktime; name=a.mov\r\nContent-Transfer-Encoding: base64\r\n\r\n{FilmBase64}");

        Assert.Equal(("", "a.mov", _sha256), (mail.Text, mail.Parts[0].Name, mail.Parts[0].Sha256));
    }

    [Theory]
    [InlineData(1001, true)] // within a group of four
    [InlineData(1000, true)] // between two
    public async Task A_film_that_is_cut_off_is_said_to_be(int kept, bool truncated)
    {
        var mail = await ReadAsync($"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Film)[..kept]}");

        Assert.Equal((truncated, true), (mail.Parts[0].Truncated, mail.Parts[0].Video));
        Assert.Contains("truncated:a.mp4", mail.Warnings);
    }

    [Fact]
    public async Task A_whole_film_without_the_last_boundary_is_whole()
    {
        var film = Convert.ToBase64String(Film[..1000]);
        Assert.EndsWith("=", film, StringComparison.Ordinal); // its padding says so

        var mail = await ReadAsync($"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n{film}\r\n");

        Assert.False(mail.Parts[0].Truncated);
    }

    [Fact]
    public async Task A_film_that_was_cut_while_its_mail_was_closed_is_told_by_its_last_group()
    {
        var mail = await ReadPartsAsync($"Content-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Film)[..1001]}");

        Assert.True(mail.Parts[0].Truncated);
    }

    [Fact]
    public async Task What_is_called_a_film_and_is_none_is_marked()
    {
        var mail = await ReadPartsAsync("Content-Type: video/mp4; name=a.mp4\r\n\r\n<html><script>alert(1)</script></html>", "Content-Type: video/mp4; name=b.mp4\r\n\r\nabc", "Content-Type: application/x; name=c.zip\r\n\r\nPK\u0003\u0004abc");

        Assert.Equal(["text/html", "application/octet-stream", "application/zip"], mail.Parts.Select(part => part.Type));
        Assert.All(mail.Parts, part => Assert.False(part.Video));
        Assert.Equal(["not-a-video:a.mp4", "not-a-video:b.mp4", "archive:c.zip"], mail.Warnings);
    }

    [Fact]
    public async Task Damaged_base64_and_empty_parts_are_marked()
    {
        var mail = await ReadPartsAsync("Content-Type: a/b; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0*bWw+Cg==", "Content-Type: a/b; name=b\r\n\r\n");

        Assert.Equal(["damaged:a", "empty:b"], mail.Warnings);
        Assert.Equal((7, 0), (mail.Parts[0].Size, mail.Parts[1].Size));
    }

    [Fact]
    public async Task A_signed_mail_is_its_text_and_a_signature()
    {
        var mail = await ReadAsync("From: a@b.example\r\nContent-Type: multipart/signed; boundary=x; micalg=sha-256\r\n\r\n--x\r\n\r\nwords\r\n--x\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\n0\u0082\r\n--x--");

        Assert.Equal(("words", "smime.p7s"), (mail.Text, Assert.Single(mail.Parts).Name));
    }

    [Fact]
    public async Task Uuencoded_files_are_taken_out_of_a_text_and_words_that_begin_are_not()
    {
        var mail = await ReadAsync($"From: a@b.example\r\n\r\nbegin 644 words that are none\r\nsee\r\nbegin 644 clip.mov\r\n{Uu(Film)}`\r\nend\r\nbye");

        Assert.Equal(("begin 644 words that are none\nsee\nbye", "clip.mov", _sha256, false), (mail.Text, mail.Parts[0].Name, mail.Parts[0].Sha256, mail.Parts[0].Truncated));
    }

    [Fact]
    public async Task A_uuencoded_film_that_is_cut_off_is_said_to_be()
    {
        var mail = await ReadAsync($"From: a@b.example\r\n\r\nbegin 644 clip.mov\r\n{Uu(Film)[..500]}");

        Assert.Equal((true, true), (mail.Parts[0].Video, mail.Parts[0].Truncated));
    }

    [Fact]
    public async Task A_text_of_nothing_but_uuencoded_files_has_at_most_as_many_as_a_mail_has_parts()
    {
        var mail = await ReadAsync($"From: a@b.example\r\n\r\n{string.Concat(Enumerable.Repeat("begin 644 a\r\n#86)C\r\nend\r\n", 201))}");

        Assert.Equal((200, "begin 644 a\n#86)C\nend"), (mail.Parts.Count, mail.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_in_a_winmail_dat_have_their_long_names(bool nameFirst)
    {
        var tnef = Tnef(Film, "视频一.mov", nameFirst);

        var mail = await ReadPartsAsync("\r\nwords", $"Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(tnef)}");

        Assert.Equal(new MailPart("视频一.mov", "video/quicktime", Film.Length, _sha256, false, true, false), Assert.Single(mail.Parts));
    }

    [Fact]
    public async Task A_winmail_dat_that_breaks_off_is_listed_with_what_was_found()
    {
        var tnef = Tnef(Film, "a.mov", true)[..^500];

        var mail = await ReadPartsAsync($"Content-Type: application/octet-stream; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(tnef)}");

        Assert.Equal([("a.mov", true), ("winmail.dat", false)], mail.Parts.Select(part => (part.Name, part.Video)));
        Assert.True(mail.Parts[0].Truncated);
        Assert.Contains("tnef-broken", mail.Warnings);
    }

    private static string Uu(byte[] bytes) => string.Concat(bytes.Chunk(45).Select(line =>
    {
        byte[] whole = [.. line, .. new byte[(3 - (line.Length % 3)) % 3]];
        var text = string.Concat(whole.Chunk(3).SelectMany(b => new[] { b[0] >> 2, ((b[0] & 3) << 4) | (b[1] >> 4), ((b[1] & 15) << 2) | (b[2] >> 6), b[2] & 63 }).Select(value => (char)(value == 0 ? '`' : value + 32)));
        return $"{(char)(line.Length + 32)}{text}\r\n";
    }));

    /// <summary>Signature, key, and one file: rendering, content, long name.</summary>
    private static byte[] Tnef(byte[] film, string name, bool nameFirst)
    {
        var value = Encoding.Unicode.GetBytes(name + "\0");
        byte[] property = [.. Int(0x3707_001F), .. Int(1), .. Int(value.Length), .. value, .. new byte[(4 - (value.Length % 4)) % 4]];
        var names = Attribute(0x00069005, [.. Int(2), .. Int(0x0E20_0003), .. Int(film.Length), .. property]);
        var data = Attribute(0x0006800F, film);
        return [0x78, 0x9F, 0x3E, 0x22, 1, 0, .. Attribute(0x00069002, new byte[14]), .. nameFirst ? names : data, .. nameFirst ? data : names];
    }

    private static byte[] Attribute(int id, byte[] value) => [2, .. Int(id), .. Int(value.Length), .. value, 0, 0];

    private static byte[] Int(int number) => BitConverter.GetBytes(number);
}
