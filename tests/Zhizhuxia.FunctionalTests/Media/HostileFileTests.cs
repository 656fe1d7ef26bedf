using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed class HostileFileTests(MediaRoom media)
{
    private const string Clip = "-f lavfi -i testsrc2=s=160x120:r=25:d=2 -f lavfi -i sine=f=440:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_with_a_gap_of_twenty_hours_is_refused_at_once()
    {
        var path = await media.MakeAsync("gap.mkv", "-f lavfi -i testsrc2=s=160x120:r=25:d=2 -vf setpts=PTS+gte(T\\,1)*72000/TB -fps_mode passthrough -c:v libx264 -preset ultrafast");
        var clock = Stopwatch.StartNew();

        Assert.Equal(MediaRefusals.TooLong, (await media.Probe.InspectAsync(path, Ct)).RefusalCode);
        Assert.True(clock.Elapsed < media.Options.Value.ProbeDeadline);
    }

    [Fact]
    public async Task A_picture_too_large_to_decode_is_refused()
    {
        var path = await media.MakeAsync("bomb.avi", "-f lavfi -i color=black:s=8192x8192:r=2:d=1 -c:v mjpeg");

        Assert.Equal(MediaRefusals.TooLarge, (await media.Probe.InspectAsync(path, Ct)).RefusalCode);
    }

    [Fact]
    public async Task Two_hundred_streams_are_refused()
    {
        var maps = string.Concat(Enumerable.Repeat(" -map 0:v", 200));
        var path = await media.MakeAsync("streams.mkv", $"-f lavfi -i testsrc2=s=64x64:r=5:d=1{maps} -c:v mpeg4");

        Assert.Equal(MediaRefusals.TooComplex, (await media.Probe.InspectAsync(path, Ct)).RefusalCode);
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("chapters")]
    public async Task A_tag_of_30_MB_or_200_000_chapters_do_not_fill_our_memory(string kind)
    {
        var tags = Path.Combine(media.Folder, "tags.txt");
        await File.WriteAllTextAsync(tags, kind is "tag" ? $";FFMETADATA1\ncomment={new string('x', 30_000_000)}\n" : Chapters(), Ct);
        var clip = await media.MakeAsync("plain.mp4", Clip);
        var path = await media.MakeAsync($"{kind}.mkv", $"-i {clip} -f ffmetadata -i {tags} -map 0 -map_metadata 1 -map_chapters 1 -c copy");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var judged = await media.Probe.InspectAsync(path, Ct);

        Assert.True(judged.IsAccepted || judged.RefusalCode is MediaRefusals.TooComplex, judged.RefusalCode);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 20_000_000);
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

    private static string Chapters()
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        for (var at = 0; at < 200_000; at++)
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/100000\nSTART={at}\nEND={at + 1}\ntitle=c\n");
        return text.ToString();
    }
}
