using System.Text;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("", MediaRefusals.Empty)]
    [InlineData("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", MediaRefusals.Playlist)]
    [InlineData("\uFEFF  #EXTM3U", MediaRefusals.Playlist)]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd", MediaRefusals.Playlist)]
    [InlineData("<?xml version='1.0'?><MPD xmlns='urn'>", MediaRefusals.Playlist)]
    [InlineData("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n", MediaRefusals.Playlist)]
    [InlineData("<!DOCTYPE html><p>clip.mp4", MediaRefusals.NotMedia)]
    [InlineData("PK\u0003\u0004 an archive", MediaRefusals.NotMedia)]
    [InlineData("%PDF-1.7", MediaRefusals.NotMedia)]
    [InlineData("MZ a program", MediaRefusals.NotMedia)]
    [InlineData("plain words", MediaRefusals.NotMedia)]
    [InlineData("GIF89a", MediaRefusals.StillImage)]
    [InlineData("\0\0\0\u0018ftypheic", MediaRefusals.StillImage)]
    [InlineData("\0\0\0\u0018ftypqt  ", null)]
    [InlineData("FLV\u0001", null)]
    [InlineData("RIFF\0\0\0\0AVI LIST", null)]
    [InlineData("RIFF\0\0\0\0WEBPVP8 ", MediaRefusals.StillImage)]
    public void The_first_bytes_tell_what_a_file_is(string head, string? refusal) =>
        Assert.Equal(refusal, FileSignature.Refuse(Encoding.UTF8.GetBytes(head)));

    [Theory]
    [InlineData(0, 188)]
    [InlineData(4, 192)]
    public void Transport_streams_are_known_by_their_rhythm(int first, int packet)
    {
        var head = new byte[ContentType.HeadLength];
        for (var at = first; at < head.Length; at += packet)
            head[at] = 0x47;

        Assert.Null(FileSignature.Refuse(head));
    }

    [Fact]
    public void A_photo_named_like_a_film_is_a_photo() =>
        Assert.Equal(MediaRefusals.StillImage, FileSignature.Refuse([0xFF, 0xD8, 0xFF, 0xE1]));
}
