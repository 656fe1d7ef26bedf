using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>What is no film, or another's: refused with a reason, and nothing of the neighbour comes out. Bombs are in <see cref="BombTests"/>.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class HostileFileTests(MediaRoom media)
{
    private const string Clip = "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    /// <summary>Words that point at NEIGHBOUR, a film beside them, and why they are refused.</summary>
    public static TheoryData<string, string> Pointers => new()
    {
        { "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\nfile://NEIGHBOUR\n#EXT-X-ENDLIST\n", MediaRefusals.Playlist },
        { "\uFEFF\n#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n", MediaRefusals.Playlist },
        { "ffconcat version 1.0\nfile NEIGHBOUR\n", MediaRefusals.Playlist },
        { "file 'NEIGHBOUR'\n", MediaRefusals.NotMedia },
        { "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><BaseURL>NEIGHBOUR</BaseURL></Period></MPD>", MediaRefusals.Playlist },
        { "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nc=IN IP4 127.0.0.1\r\nm=video 9 RTP/AVP 96\r\n", MediaRefusals.Playlist },
        { "1\n00:00:00,000 --> 00:00:01,000\nwords\n", MediaRefusals.NotMedia },
        { "[Script Info]\nTitle: words\n", MediaRefusals.NotMedia },
        { "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file://NEIGHBOUR\"/></svg>", MediaRefusals.NotMedia },
        { "<html><video src=\"file://NEIGHBOUR\"></video></html>", MediaRefusals.NotMedia },
        { "MZ\u0090\0\u0003 a program", MediaRefusals.NotMedia },
        { "\u007FELF\u0002\u0001\u0001", MediaRefusals.NotMedia },
        { "#!/bin/sh\ncat NEIGHBOUR\n", MediaRefusals.NotMedia },
        { "%PDF-1.7\n%NEIGHBOUR\n", MediaRefusals.NotMedia },
    };

    [Theory]
    [MemberData(nameof(Pointers))]
    public async Task A_text_named_like_a_film_is_no_film(string text, string code)
    {
        var neighbour = await media.MakeAsync("neighbour.ts", $"{Clip} -f mpegts");
        var path = Path.Combine(media.Folder, "pointer.mp4");
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(text.Replace("NEIGHBOUR", neighbour, StringComparison.Ordinal)), Ct);

        Assert.Equal(code, (await media.Probe.InspectAsync(path, Ct)).RefusalCode);
    }

    [Fact]
    public async Task An_archive_is_refused_and_a_film_with_one_at_its_end_is_a_film()
    {
        var film = await media.MakeAsync("film.mp4", Clip);
        var archive = Path.Combine(media.Folder, "archive.mp4");
        await using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, Ct))
            await zip.CreateEntryFromFileAsync(film, "film.mp4", Ct);
        var polyglot = Path.Combine(media.Folder, "polyglot.mp4");
        await File.WriteAllBytesAsync(polyglot, [.. await File.ReadAllBytesAsync(film, Ct), .. await File.ReadAllBytesAsync(archive, Ct)], Ct);

        Assert.Equal(MediaRefusals.NotMedia, (await media.Probe.InspectAsync(archive, Ct)).RefusalCode);
        Assert.Equal(25, (await media.Probe.InspectAsync(polyglot, Ct)).Facts!.Video.Frames);
    }

    [Fact]
    public async Task A_decoder_that_is_not_on_the_list_is_not_opened()
    {
        var magic = await media.MakeAsync("magic.avi", "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v magicyuv");
        var picture = await media.MakeAsync("picture.mov", "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v png");

        Assert.Equal(MediaRefusals.UnsupportedCodec, (await media.Probe.InspectAsync(magic, Ct)).RefusalCode);
        Assert.Equal(MediaRefusals.UnsupportedCodec, (await media.Probe.InspectAsync(picture, Ct)).RefusalCode);
    }

    [Fact]
    public async Task Real_hostile_files_are_refused_and_tagged_ones_taken()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var folder = Path.Combine(Corpus.Folder, "hostile");
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, "expected.jsonl"), Ct))
        {
            using var row = JsonDocument.Parse(line);
            var file = row.RootElement.GetProperty("file").GetString()!;
            var refused = row.RootElement.GetProperty("expect").GetString() is "reject";
            Assert.Equal((file, refused), (file, !(await media.Probe.InspectAsync(Path.Combine(folder, file), Ct)).IsAccepted));
        }
    }
}
