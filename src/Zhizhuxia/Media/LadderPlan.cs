using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>
/// What readers see: up to four sizes and one sound track from a single decode, each size scaled from the one above it,
/// CMAF in HLS, one file per rendition with byte ranges, key frames every two seconds in all of them; the top is the
/// reader's own picture where <see cref="CopyRule"/> allows it. Pure.
/// </summary>
public static class LadderPlan
{
    /// <summary>Name of the sound rendition.</summary>
    public const string Sound = "audio";

    /// <summary>Name of the playlist that lists the renditions.</summary>
    public const string Master = "master.m3u8";

    /// <summary>Time between key frames, about.</summary>
    public const int GopSeconds = 2;

    private const int SegmentSeconds = 4;
    private const string Preset = "veryfast";

    // Besides the preset. Splitting the blocks of moving pictures costs a sixth of all and is not seen (SSIM -0.0003); looking twice as far
    // ahead, trellis and quantisers that follow the picture's own variance cost a twelfth and gain 0.001 at the same bytes.
    private const string Weighed = "partitions=i8x8,i4x4:rc-lookahead=20:trellis=1:aq-mode=2:aq-strength=0.8";

    /// <summary>The plan for a film.</summary>
    public static TranscodePlan For(VideoFacts facts, LadderOrder order, MediaOptions options) => For(facts, order, LadderShape.Of(facts, order), options);

    /// <summary>The plan for a film in given sizes.</summary>
    public static TranscodePlan For(VideoFacts facts, LadderOrder order, LadderShape shape, MediaOptions options)
    {
        string[] arguments =
        [
            .. PlanArguments.Input(facts, options), .. LooseSound.Input(facts),
            .. LadderFilters.Whole(facts, shape, order, options) is { Length: > 0 } filters ? (string[])["-filter_complex", filters] : [],
            .. shape.Rungs.SelectMany((_, number) => (string[])["-map", number < shape.FirstEncoded ? $"0:{facts.Video.Index}" : $"[v{Text(number)}]"]),
            .. facts.Audio is null ? (string[])[] : ["-map", "[a]"],
            .. PlanArguments.Nothing(facts),
            .. shape.Rungs.SelectMany((rung, number) => number < shape.FirstEncoded ? PlanArguments.Copy(number) : Encoded(shape, rung, number, options)),
            .. facts.Audio is null ? [] : PlanArguments.Audio,
            .. Delivery(shape, facts.Audio is not null, options),
        ];
        return new TranscodePlan
        {
            Arguments = arguments,
            Outputs = Outputs(facts, shape),
            Fragmented = Files(facts, shape),
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options) * 2,
            Likeness = Media.Likeness.Samples(facts, shape, order, options),
            Preparation = LooseSound.Preparation(facts, options),
        };
    }

    /// <summary>What a ladder consists of.</summary>
    public static IReadOnlyList<PlannedOutput> Outputs(VideoFacts facts, LadderShape shape) =>
    [
        .. shape.Rungs.Select((rung, number) => PlannedOutput.Picture(facts, rung, withSound: false) with
        {
            IsCopied = number < shape.FirstEncoded,
            GopFrames = shape.IsTopCopied ? 0 : rung.GopFrames,
        }),
        .. facts.Audio is null ? (PlannedOutput[])[] : [PlannedOutput.Sound(Sound, facts)],
    ];

    /// <summary>The file of each of them.</summary>
    public static IReadOnlyList<string> Files(VideoFacts facts, LadderShape shape) => [.. Outputs(facts, shape).Select(output => $"{output.Name}.mp4")];

    /// <summary>How pictures and sound, in this order, are laid down for delivery.</summary>
    public static IEnumerable<string> Delivery(LadderShape shape, bool withSound, MediaOptions options) =>
    [
        .. PlanArguments.Hls(SegmentSeconds, "vod", "independent_segments+single_file", options),
        "-master_pl_name", Master, "-var_stream_map", Variants(shape, withSound),
        "-hls_segment_filename", $"{Sandbox.Output}/%v.mp4", $"{Sandbox.Output}/%v.m3u8",
    ];

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

    /// <summary>How an encoded size is encoded, in one go or in ranges.</summary>
    /// <param name="shape">The ladder.</param>
    /// <param name="rung">The size.</param>
    /// <param name="stream">Number of the video stream in the output.</param>
    /// <param name="options">Threads.</param>
    internal static IEnumerable<string> Encoded(LadderShape shape, Rung rung, int stream, MediaOptions options) =>
    [
        .. PlanArguments.Video(rung, stream, Preset, options), $"-x264-params:v:{stream}", Weighed,
        .. shape.IsTopCopied ? KeyGrid.LikeSource(stream, rung.Rate) : KeyGrid.Every(stream, rung.GopFrames),
    ];

    private static string Variants(LadderShape shape, bool withSound)
    {
        if (!withSound)
            return string.Join(' ', shape.Rungs.Select((rung, number) => $"v:{Text(number)},name:{rung.Name}"));
        var pictures = shape.Rungs.Select((rung, number) => $"v:{Text(number)},agroup:sound,name:{rung.Name}");
        return string.Join(' ', pictures.Append($"a:0,agroup:sound,name:{Sound},default:yes"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
