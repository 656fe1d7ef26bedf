namespace Zhizhuxia.Media;

/// <summary>
/// A long film's ladder in parts: each range of pictures, the sound as a whole (cut in ranges it drifts by 20 ms at each
/// cut), and the join, which copies. What comes out is, frame for frame, what <see cref="LadderPlan"/> makes in one go. Pure.
/// </summary>
public static class RangePlan
{
    // A time scale in which every rate of OutputRate has whole frames would overflow; that of the rate itself is exact.
    private const int ScalePerFrame = 1000;

    /// <summary>One range in all encoded sizes, one file each: <c>720.mp4</c>.</summary>
    public static TranscodePlan Pictures(VideoFacts facts, LadderOrder order, FrameRange range, MediaOptions options)
    {
        var shape = LadderShape.Of(facts, order);
        var start = range.StartSeconds(shape.SlowestRate);
        var seconds = range.Count is { } count ? count / shape.SlowestRate.PerSecond : Math.Max(0.1, facts.DurationSeconds - start);
        return new TranscodePlan
        {
            Arguments =
            [
                .. PlanArguments.InputFrom(facts, options, start),
                "-filter_complex", LadderFilters.Range(facts, shape, order, range, options),
                .. shape.Encoded.SelectMany(encoded => Output(shape, encoded.Rung, encoded.Number, options)),
            ],
            Outputs = [.. shape.Encoded.Select(encoded => Planned(facts, shape, encoded.Rung, range))],
            DurationSeconds = seconds,
            Wall = TranscodePlan.WallFor(facts with { DurationSeconds = seconds }, options) * 2,
            Likeness = Media.Likeness.Sample(facts, shape, order, range, options),
        };
    }

    /// <summary>Name of the sound as a part; not that of the ladder's rendition, beside which it lies while they are joined.</summary>
    public const string SoundPart = "sound";

    /// <summary>The whole sound: <c>sound.mp4</c>.</summary>
    public static TranscodePlan Sound(VideoFacts facts, LadderOrder order, MediaOptions options) => new()
    {
        Arguments =
        [
            .. PlanArguments.Input(facts, options), .. LooseSound.Input(facts), "-vn", "-filter_complex", $"{PictureChain.Sound(facts, order.GainDecibels)}[a]",
            "-map", "[a]", .. PlanArguments.Nothing(facts), .. PlanArguments.Audio, "-f", "mp4", $"{Sandbox.Output}/{File(SoundPart)}",
        ],
        Outputs = [PlannedOutput.Sound(SoundPart, facts) with { File = File(SoundPart) }],
        DurationSeconds = facts.DurationSeconds,
        Wall = TranscodePlan.WallFor(facts, options),
        Preparation = LooseSound.Preparation(facts, options),
    };

    /// <summary>
    /// The ladder from its parts: the box's output folder holds, for each encoded size, the list <c>720.txt</c> of its ranges
    /// (<see cref="ListOf"/>); a copied top comes from the reader's file.
    /// </summary>
    /// <param name="facts">The film.</param>
    /// <param name="order">What the newsroom decided.</param>
    /// <param name="sound">Path in the box of the sound; null for a silent film.</param>
    /// <param name="options">Limits.</param>
    public static TranscodePlan Join(VideoFacts facts, LadderOrder order, string? sound, MediaOptions options)
    {
        var shape = LadderShape.Of(facts, order);
        var encoded = shape.Encoded.ToList();
        string[] inputs =
        [
            .. shape.IsTopCopied ? PlanArguments.Input(facts, options) : PlanArguments.Quiet,
            .. encoded.SelectMany(size => (string[])[.. OwnFiles("concat"), "-safe", "0", "-i", $"{Sandbox.Output}/{List(size.Rung)}"]),
            .. sound is null ? [] : (string[])[.. OwnFiles("mov"), "-i", sound],
        ];
        return new TranscodePlan
        {
            Arguments =
            [
                .. inputs,
                .. shape.IsTopCopied ? (string[])["-map", $"0:{facts.Video.Index}"] : [],
                .. Enumerable.Range(shape.FirstEncoded, encoded.Count).SelectMany(input => (string[])["-map", $"{input}:v:0"]),
                .. sound is null ? [] : (string[])["-map", $"{shape.FirstEncoded + encoded.Count}:a:0"],
                "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-c", "copy",
                .. shape.IsTopCopied ? PlanArguments.Copy(0) : [],
                .. LadderPlan.Delivery(shape, sound is not null, options),
            ],
            Outputs = LadderPlan.Outputs(facts, shape),
            Fragmented = LadderPlan.Files(facts, shape),
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options),
        };
    }

    /// <summary>The list of a size's ranges, for ffmpeg's concat reader.</summary>
    /// <param name="rung">The size.</param>
    /// <param name="files">The paths of its files in the box, in the order of the film, with their frames; null for the last, whose own length counts.</param>
    public static string ListOf(Rung rung, IEnumerable<(string File, long? Frames)> files) => "ffconcat version 1.0\n" + string.Concat(files.Select(
        part => $"file {part.File}\n" + (part.Frames is { } frames ? $"duration {InputArguments.Number(frames / rung.Rate.PerSecond)}\n" : "")));

    /// <summary>Name of that list.</summary>
    public static string List(Rung rung) => $"{rung.Name}.txt";

    /// <summary>Name of a part's file.</summary>
    public static string File(string name) => $"{name}.mp4";

    private static IEnumerable<string> Output(LadderShape shape, Rung rung, int number, MediaOptions options) =>
    [
        "-map", $"[v{InputArguments.Number(number)}]", "-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1",
        .. LadderPlan.Encoded(shape, rung, 0, options),
        "-video_track_timescale", InputArguments.Number(rung.Rate.Numerator * (rung.Rate.Numerator < ScalePerFrame ? ScalePerFrame : 1)),
        "-fs", InputArguments.Number((double)options.MaxOutputMiB * 1024 * 1024), "-f", "mp4", $"{Sandbox.Output}/{File(rung.Name)}",
    ];

    private static PlannedOutput Planned(VideoFacts facts, LadderShape shape, Rung rung, FrameRange range)
    {
        var ratio = (long)Math.Round(rung.Rate.PerSecond / shape.SlowestRate.PerSecond);
        var whole = PlannedOutput.Picture(facts, rung, withSound: false);
        return whole with
        {
            File = File(rung.Name),
            Frames = (int)(range.Count * ratio ?? whole.Frames - range.First * ratio),
            FrameSlack = range.Count is null ? whole.FrameSlack : 0,
            GopFrames = shape.IsTopCopied ? 0 : rung.GopFrames,
        };
    }

    // Our own files of the moment before, so the readers the guard keeps shut are open here.
    private static string[] OwnFiles(string format) =>
        ["-protocol_whitelist", "file", "-format_whitelist", format == "concat" ? "concat,mov,mp4" : "mov,mp4", "-f", format];
}
