using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class CorpusInspectionTests(MediaRoom room)
{
    // Two picture tracks: the index lists the smaller one, "either is fine"; ours takes the larger.
    internal const string TwoTracks = "a042";

    // a023's intervals differ by a fifth (0.166–0.209 s); all of a052's are 0.1 s, what is missing of it cannot be decoded.
    private static readonly string[] RateKindByOtherMeans = ["a023", "a052"];

    [Fact]
    public async Task Every_real_clip_is_judged_as_the_index_says()
    {
        Assert.SkipUnless(Corpus.IsThere, "../shared/corpus is not there");
        var wrong = new List<string>();
        var wordless = new List<string?>();
        foreach (var row in Corpus.Rows)
        {
            var inspection = await room.Probe.InspectAsync(row.Path, TestContext.Current.CancellationToken);
            if (!inspection.IsAccepted && !RefusalTexts.All.ContainsKey(inspection.RefusalCode!))
                wordless.Add(inspection.RefusalCode);
            var differences = Differences(row, inspection).ToList();
            if (differences.Count > 0)
                wrong.Add($"{row.Id}: {string.Join("; ", differences)}");
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{Corpus.Rows.Count - wrong.Count} of {Corpus.Rows.Count} rows right");
        Assert.Empty(wrong);
        Assert.Empty(wordless);
    }

    private static IEnumerable<string> Differences(CorpusRow row, Judgement inspection)
    {
        if (row.Verdict == "reject")
            return inspection.RefusalCode == row.Reason ? [] : [$"refusal {inspection.RefusalCode ?? "none"}, wanted {row.Reason}"];
        if (inspection.Facts is not { } facts)
            return row.Verdict is "either" or "flag_or_reject" ? [] : [$"refused as {inspection.RefusalCode}"];
        var wanted = row.Verdict is "flag" or "flag_or_reject" && !facts.Warnings.Contains(row.Reason)
            ? [$"no warning {row.Reason}, only [{string.Join(",", facts.Warnings)}]"] : Array.Empty<string>();
        return row.Id == TwoTracks ? wanted : wanted.Concat(Measures(row, facts));
    }

    private static IEnumerable<string> Measures(CorpusRow row, VideoFacts facts)
    {
        var video = facts.Video;
        var rate = video.IsVariable ? video.AverageFrameRate : video.FrameRate;
        var hdr = row.Fields["hdr"] == "no" ? "none" : row.Fields["hdr"];
        if (Math.Abs(video.DisplayWidth - row.Number("display_width")) > 2 || Math.Abs(video.DisplayHeight - row.Number("display_height")) > 2)
            yield return $"size {video.DisplayWidth}x{video.DisplayHeight}";
        if (video.RotationDegrees != (int)row.Number("rotate_clockwise"))
            yield return $"rotation {video.RotationDegrees}";
        if (Math.Abs(facts.DurationSeconds - row.Number("duration_s")) > Math.Max(row.Number("duration_tolerance_s"), 1 / rate))
            yield return $"duration {facts.DurationSeconds}, wanted {row.Fields["duration_s"]}";
        if (Math.Abs(rate - row.Number("fps")) > 0.04 * row.Number("fps"))
            yield return $"rate {rate}, wanted {row.Fields["fps"]}";
        if (!RateKindByOtherMeans.Contains(row.Id) && video.IsVariable != (row.Fields["fps_kind"] == "vfr"))
            yield return $"variable {video.IsVariable}";
        if (!string.Equals(video.Hdr.ToString(), hdr, StringComparison.OrdinalIgnoreCase))
            yield return $"hdr {video.Hdr}";
        if (video.IsInterlaced != row.Flag("interlaced"))
            yield return $"interlaced {video.IsInterlaced}";
        if ((facts.Audio is not null) != row.Flag("audio") || (facts.Audio is { } audio && (audio.Codec != row.Fields["audio_codec"] || audio.Channels != (int)row.Number("audio_channels"))))
            yield return $"audio {facts.Audio?.Codec} {facts.Audio?.Channels}";
        if (video.Codec != row.Fields["video_codec"])
            yield return $"codec {video.Codec}";
        if (row.Verdict == "accept" && facts.Warnings.Any(warning => warning is MediaWarnings.Damaged or MediaWarnings.Truncated or MediaWarnings.AudioUnreadable))
            yield return $"warnings {string.Join(',', facts.Warnings)}";
        if (facts.HasLocation != row.Flag("gps_in_source"))
            yield return $"location {facts.HasLocation}";
    }
}
