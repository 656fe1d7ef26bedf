namespace Zhizhuxia.Media;

/// <summary>
/// What editors review: 540 on the short edge, at most 30 fps, key frames every second, one file per second (two, if it is long) in an
/// HLS event playlist, so that it can be watched from its first segment on. The same decode makes the storyboard and the
/// stills for a cover, and measures (<see cref="ReviewBranches"/>). Pure.
/// </summary>
public static class ProxyPlan
{
    /// <summary>Name of the playlist and of its files.</summary>
    public const string Name = "proxy";

    // The shorter a segment, the sooner the first one is there; a long film's list would grow too long by it.
    private const int SegmentSeconds = 1;
    private const int LongSegmentSeconds = 2;
    private const double LongSeconds = 600;

    // Half the encoder time of superfast for about the same bytes; entropy coding, adaptive quantisation and deblocking, which
    // ultrafast leaves out, keep sky and faces clean (SSIM .943 instead of .911; superfast .959).
    private const string Preset = "ultrafast";
    private const string Kept = "cabac=1:8x8dct=1:aq-mode=1:no-deblock=0";

    /// <summary>The plan for a film.</summary>
    public static TranscodePlan For(VideoFacts facts, MediaOptions options)
    {
        var rung = Rung.Proxy(facts.Video);
        var (board, stills) = (Storyboard.For(facts.Video), StillsPlan.For(facts.Video));
        string[] arguments =
        [
            .. PlanArguments.Input(facts, options), .. LooseSound.Input(facts),
            "-filter_complex", Filters(facts, rung, board, stills), "-map", "[v]", .. facts.Audio is null ? (string[])[] : ["-map", "[a]"],
            .. PlanArguments.Nothing(facts),
            .. PlanArguments.Video(rung, 0, Preset, options), .. KeyGrid.Every(0, rung.GopFrames), "-x264-params", Kept,
            .. facts.Audio is null ? [] : PlanArguments.Audio,
            .. PlanArguments.Hls(facts.DurationSeconds > LongSeconds ? LongSegmentSeconds : SegmentSeconds, "event", "independent_segments+temp_file", options),
            "-hls_fmp4_init_filename", $"{Name}_init.mp4",
            "-hls_segment_filename", $"{Sandbox.Output}/{Name}_%05d.m4s", $"{Sandbox.Output}/{TranscodePlan.Playlist(Name)}",
            .. Jpegs(facts, "sheets", board.Sheets, 4, Storyboard.SheetPattern),
            .. Jpegs(facts, "stills", stills.Samples, 3, StillsPlan.Pattern),
            .. PrintBranches.Outputs(facts, "printed", "voiced"),
        ];
        return new TranscodePlan
        {
            Arguments = arguments,
            Outputs = [PlannedOutput.Picture(facts, rung, facts.Audio is not null)],
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options),
            Preparation = LooseSound.Preparation(facts, options),
        };
    }

    private static string Filters(VideoFacts facts, Rung rung, Storyboard board, StillsPlan stills)
    {
        var chains = new List<string>
        {
            $"[0:{facts.Video.Index}]{PictureChain.Paced(facts, rung.Rate)},split[film][large]",
            $"[film]{PictureChain.Shown(facts, rung.Width, rung.Height)},split=4[v][small][measured][print]",
            $"[small]{ReviewBranches.Sheets(board)}[sheets]",
            $"[large]{ReviewBranches.Stills(facts, stills)}[stills]",
            $"[measured]{ReviewBranches.Marks(rung)}",
            $"[print]{PrintBranches.Pictures}[printed]",
        };
        if (facts.Audio is { } audio)
        {
            chains.Add($"{PictureChain.Sound(facts)},aformat=channel_layouts=stereo,asplit=3[sound][heard][voice]");
            chains.Add($"[sound]{ReviewBranches.Levelled}[a]");
            chains.Add($"[heard]{ReviewBranches.Heard(facts, audio)}");
            chains.Add($"[voice]{PrintBranches.Sound}[voiced]");
        }
        return string.Join(';', chains);
    }

    private static IEnumerable<string> Jpegs(VideoFacts facts, string branch, int most, int quality, string pattern) =>
    [
        "-map", $"[{branch}]", .. PlanArguments.Nothing(facts), "-fps_mode", "passthrough", "-frames:v", InputArguments.Number(most),
        "-c:v", "mjpeg", "-q:v", InputArguments.Number(quality), "-flags:v", "+bitexact", "-f", "image2", $"{Sandbox.Output}/{pattern}",
    ];
}
