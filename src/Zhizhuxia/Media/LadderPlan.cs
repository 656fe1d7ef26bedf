using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>
/// What readers see: up to four sizes and one sound track from a single decode, each size scaled from the one above it,
/// CMAF in HLS, one file per rendition with byte ranges, key frames every two seconds in all of them. Pure.
/// </summary>
public static class LadderPlan
{
    /// <summary>Name of the sound rendition.</summary>
    public const string Sound = "audio";

    /// <summary>Name of the playlist that lists the renditions.</summary>
    public const string Master = "master.m3u8";

    private const int GopSeconds = 2;
    private const int SegmentSeconds = 4;

    /// <summary>The plan for a film.</summary>
    public static TranscodePlan For(VideoFacts facts, MediaOptions options)
    {
        var rungs = Rung.Ladder(facts.Video);
        string[] arguments =
        [
            .. PlanArguments.Input(facts, options),
            "-filter_complex", Filters(facts, rungs),
            .. rungs.SelectMany((_, number) => (string[])["-map", $"[v{number}]"]), .. facts.Audio is null ? (string[])[] : ["-map", "[a]"],
            .. PlanArguments.Nothing(facts),
            .. rungs.SelectMany((rung, number) => PlanArguments.Video(rung, number, "veryfast", GopSeconds, options)),
            .. facts.Audio is null ? [] : PlanArguments.Audio,
            .. PlanArguments.Hls(SegmentSeconds, "vod", "independent_segments+single_file", options),
            "-master_pl_name", Master, "-var_stream_map", Variants(facts, rungs),
            "-hls_segment_filename", $"{Sandbox.Output}/%v.mp4", $"{Sandbox.Output}/%v.m3u8",
        ];
        return new TranscodePlan
        {
            Arguments = arguments,
            Outputs = [.. rungs.Select(rung => PlannedOutput.Picture(facts, rung, false)), .. facts.Audio is null ? (PlannedOutput[])[] : [PlannedOutput.Sound(Sound)]],
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options) * 2,
        };
    }

    /// <summary>Replaces ffmpeg's list of the renditions, whose bandwidths are guesses, by one with measured ones.</summary>
    /// <param name="plan">The plan that was carried out.</param>
    /// <param name="folder">Where its outputs lie.</param>
    public static async Task WriteMasterAsync(TranscodePlan plan, string folder, CancellationToken ct)
    {
        var playlists = new Dictionary<string, string[]>();
        foreach (var output in plan.Outputs)
            playlists[output.Name] = await File.ReadAllLinesAsync(Path.Combine(folder, TranscodePlan.Playlist(output.Name)), ct);
        var master = Path.Combine(folder, Master);
        var codecs = HlsPlaylist.Codecs(await File.ReadAllLinesAsync(master, ct));
        await File.WriteAllTextAsync(master, HlsPlaylist.Master(plan.Outputs, playlists, codecs), ct);
    }

    private static string Filters(VideoFacts facts, IReadOnlyList<Rung> rungs)
    {
        var chain = new List<string> { $"[0:{facts.Video.Index}]{PictureChain.ToVideo(facts, rungs[0].Width, rungs[0].Height, rungs[0].Rate)}{Out(0)}" };
        for (var number = 1; number < rungs.Count; number++)
            chain.Add($"[s{Text(number - 1)}]{PictureChain.Smaller(rungs[number], rungs[number - 1].Rate)}{Out(number)}");
        if (facts.Audio is { } audio)
            chain.Add($"[0:{audio.Index}]{PictureChain.Sound(facts)}[a]");
        return string.Join(';', chain);

        // All but the last size also feed the next smaller one.
        string Out(int number) => number == rungs.Count - 1 ? $"[v{Text(number)}]" : $",split[v{Text(number)}][s{Text(number)}]";
    }

    private static string Variants(VideoFacts facts, IReadOnlyList<Rung> rungs)
    {
        if (facts.Audio is null)
            return string.Join(' ', rungs.Select((rung, number) => $"v:{Text(number)},name:{rung.Name}"));
        var pictures = rungs.Select((rung, number) => $"v:{Text(number)},agroup:sound,name:{rung.Name}");
        return string.Join(' ', pictures.Append($"a:0,agroup:sound,name:{Sound},default:yes"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
