namespace Zhizhuxia.Media;

/// <summary>
/// What editors review: 540 on the short edge, at most 30 fps, key frames every second, one file per two seconds in an
/// HLS event playlist, so that it can be watched from its first segment on. Pure.
/// </summary>
public static class ProxyPlan
{
    /// <summary>Name of the playlist and of its files.</summary>
    public const string Name = "proxy";

    private const int SegmentSeconds = 2;

    /// <summary>The plan for a film.</summary>
    public static TranscodePlan For(VideoFacts facts, MediaOptions options)
    {
        var rung = Rung.Proxy(facts.Video);
        string[] arguments =
        [
            .. PlanArguments.Input(facts, options),
            "-filter_complex", Filters(facts, rung), "-map", "[v]", .. facts.Audio is null ? (string[])[] : ["-map", "[a]"],
            .. PlanArguments.Nothing(facts),
            .. PlanArguments.Video(rung, 0, "superfast", options), .. KeyGrid.Every(0, rung.GopFrames),
            .. facts.Audio is null ? [] : PlanArguments.Audio,
            .. PlanArguments.Hls(SegmentSeconds, "event", "independent_segments+temp_file", options),
            "-hls_fmp4_init_filename", $"{Name}_init.mp4",
            "-hls_segment_filename", $"{Sandbox.Output}/{Name}_%05d.m4s", $"{Sandbox.Output}/{TranscodePlan.Playlist(Name)}",
        ];
        return new TranscodePlan
        {
            Arguments = arguments,
            Outputs = [PlannedOutput.Picture(facts, rung, facts.Audio is not null)],
            DurationSeconds = facts.DurationSeconds,
            Wall = TranscodePlan.WallFor(facts, options),
        };
    }

    private static string Filters(VideoFacts facts, Rung rung)
    {
        var picture = $"[0:{facts.Video.Index}]{PictureChain.ToVideo(facts, rung.Width, rung.Height, rung.Rate)}[v]";
        return facts.Audio is { } audio ? $"{picture};[0:{audio.Index}]{PictureChain.Sound(facts)}[a]" : picture;
    }
}
