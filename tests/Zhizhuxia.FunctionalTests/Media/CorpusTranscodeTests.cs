using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>What becomes of the real clips, measured at the files that were made and compared with the index, not with our plans.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class CorpusTranscodeTests(MediaRoom room)
{
    // iPhone and Android turned, 3GP, AVI, WMV, FLV, interlaced MTS, HDR10, oblong pixels, odd size, two tracks, late picture,
    // broken sound, unreadable sound; all 57 rows that may be accepted with MEDIA_CORPUS=all (about ten minutes).
    private static readonly string[] Sample =
        ["a001", "a002", "a004", "a007", "a014", "a017", "a019", "a021", "a022", "a023", "a032", "a035", "a036", "a041", "a044", "a053", "a056"];

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_accepted_clip_becomes_what_the_index_says_and_tells_nothing_of_its_maker()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var all = Environment.GetEnvironmentVariable("MEDIA_CORPUS") == "all";
        var wrong = new List<string>();
        var rows = Corpus.Rows.Where(row => row.Verdict is not "reject" && (all || Sample.Contains(row.Id))).ToList();
        foreach (var row in rows)
        {
            var inspection = await room.Probe.InspectAsync(row.Path, Ct);
            if (inspection.Facts is { } facts)
                wrong.AddRange((await DifferencesAsync(row, facts, inspection.Restricted!)).Select(difference => $"{row.Id} {difference}"));
        }
        var right = rows.Count - wrong.Select(line => line[..4]).Distinct().Count();
        TestContext.Current.TestOutputHelper!.WriteLine($"{right} of {rows.Count} rows right");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Hostile_clips_that_are_taken_are_stripped()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        foreach (var name in (string[])["private_metadata.mov", "xss_metadata.mp4"])
        {
            var path = Path.Combine(Corpus.Folder, "hostile", name);
            var inspection = await room.Probe.InspectAsync(path, Ct);
            var secrets = Traitors.Secrets(inspection.Restricted!);
            Assert.NotEmpty(secrets);

            var (folder, _) = await MakeAsync(path, inspection.Facts!);

            Assert.Empty(await Traitors.FindAsync(room, folder, secrets, Ct));
        }
    }

    private async Task<List<string>> DifferencesAsync(CorpusRow row, VideoFacts facts, RestrictedTags restricted)
    {
        try
        {
            var (folder, poster) = await MakeAsync(row.Path, facts);
            var found = await Traitors.FindAsync(room, folder, Traitors.Secrets(restricted), Ct);
            if (poster is null)
                found.Add("no poster");
            foreach (var film in Directory.EnumerateFiles(Path.Combine(folder, "ladder"), "*.mp4").Where(film => char.IsDigit(Path.GetFileName(film)[0])))
                found.AddRange(Compare(row, facts, await MadeFilm.LookAsync(room, film, Ct)).Select(text => $"{Path.GetFileName(film)}: {text}"));
            found.AddRange(Compare(row, facts, await MadeFilm.LookAsync(room, Path.Combine(folder, "proxy", "proxy.m3u8"), Ct)).Select(text => $"proxy: {text}"));
            if (File.Exists(Path.Combine(folder, "ladder", "audio.mp4")) != row.Flag("audio"))
                found.Add("sound missing or unasked for");
            return found;
        }
        catch (TranscodeFailedException failed)
        {
            return [failed.Message];
        }
    }

    private async Task<(string Folder, string? Poster)> MakeAsync(string path, VideoFacts facts)
    {
        var folder = room.NewFolder();
        foreach (var kind in (RenditionKind[])[RenditionKind.Proxy, RenditionKind.Ladder])
            await room.TranscodeFile.RunAsync(kind, facts, path, Directory.CreateDirectory(Path.Combine(folder, kind.ToString().ToLowerInvariant())).FullName, _ => { }, Ct);
        return (folder, await room.Posters.MakeAsync(facts, path, Directory.CreateDirectory(Path.Combine(folder, "poster")).FullName, Ct));
    }

    private static IEnumerable<string> Compare(CorpusRow row, VideoFacts facts, MadeFilm made)
    {
        var shape = row.Number("display_width") / row.Number("display_height");
        var shortEdge = Math.Min(made.Width, made.Height);
        if (row.Id != CorpusInspectionTests.TwoTracks && Math.Abs((double)made.Width / made.Height / shape - 1) > 2.0 / shortEdge)
            yield return $"{made.Width}x{made.Height} of a film of {row.Fields["display_width"]}x{row.Fields["display_height"]}";
        if (shortEdge > Math.Min(row.Number("display_width"), row.Number("display_height")) + 1 && row.Id != CorpusInspectionTests.TwoTracks)
            yield return "enlarged";
        var frame = 1 / Math.Max(1, row.Number("fps"));
        if (Math.Abs(made.Seconds - row.Number("duration_s")) > Math.Max(row.Number("duration_tolerance_s"), frame))
            yield return $"{made.Seconds} s, wanted {row.Fields["duration_s"]}";
        if (Math.Abs(made.Seconds - (facts.Video.LeadInSeconds + facts.Video.DurationSeconds)) > frame + 0.001 && !facts.Warnings.Contains(MediaWarnings.Damaged))
            yield return $"{made.Seconds} s of a picture of {facts.Video.DurationSeconds} s";
        if (row.Fields["fps_kind"] == "cfr" && !facts.Video.IsVariable && !IsRate(made.Rate, row.Number("fps")) && row.Id != CorpusInspectionTests.TwoTracks)
            yield return $"{made.Rate} frames per second, wanted {row.Fields["fps"]}";
        foreach (var difference in made.NotForEveryBrowser())
            yield return difference;
        if (made.HasSound is { } sound && sound != row.Flag("audio"))
            yield return $"sound {sound}";
    }

    // As it was, or halved to fit the rung.
    private static bool IsRate(double made, double source) =>
        Enumerable.Range(0, 4).Any(times => Math.Abs(made * Math.Pow(2, times) / source - 1) < 0.02);
}
