namespace Zhizhuxia.Media;

/// <summary>Parts that the plans' arguments share. Pure.</summary>
internal static class PlanArguments
{
    /// <summary>Everything before the filters: quiet, guarded, upright.</summary>
    public static IEnumerable<string> Input(VideoFacts facts, MediaOptions options, double? seekSeconds = null) =>
    [
        "-nostdin", "-hide_banner", "-y", "-v", "error", "-progress", "pipe:1", "-stats_period", "0.5",
        .. InputArguments.Guarded(options), "-fflags", "+genpts", "-threads", InputArguments.Number(options.Threads),
        .. facts.Video.IgnoreRotation ? (string[])["-noautorotate"] : [],
        .. seekSeconds is { } at ? (string[])["-ss", InputArguments.Number(at)] : [],
        "-i", Sandbox.Input,
    ];

    /// <summary>No subtitles, no data, not one tag or chapter of the source, a bounded length.</summary>
    public static IEnumerable<string> Nothing(VideoFacts facts) =>
    [
        "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", InputArguments.Number(facts.DurationSeconds + 1),
    ];

    /// <summary>H.264 for any browser; key frames on a fixed grid, closed groups, BT.709 said out loud.</summary>
    /// <param name="rung">Size and rate.</param>
    /// <param name="stream">Number of the video stream in the output.</param>
    /// <param name="preset">x264's preset.</param>
    /// <param name="gopSeconds">Distance of key frames.</param>
    /// <param name="options">Threads.</param>
    public static IEnumerable<string> Video(Rung rung, int stream, string preset, int gopSeconds, MediaOptions options) =>
    [
        $"-c:v:{stream}", "libx264", $"-preset:v:{stream}", preset, $"-profile:v:{stream}", "high",
        $"-crf:v:{stream}", InputArguments.Number(rung.Crf),
        $"-maxrate:v:{stream}", $"{rung.MaxKilobits}k", $"-bufsize:v:{stream}", $"{rung.MaxKilobits * 2}k",
        $"-force_key_frames:v:{stream}", $"expr:gte(t,n_forced*{gopSeconds})",
        $"-g:v:{stream}", InputArguments.Number(Math.Ceiling(rung.Rate.PerSecond * gopSeconds * 2)), $"-sc_threshold:v:{stream}", "0",
        $"-threads:v:{stream}", InputArguments.Number(options.Threads),
        $"-color_primaries:v:{stream}", "bt709", $"-color_trc:v:{stream}", "bt709", $"-colorspace:v:{stream}", "bt709", $"-color_range:v:{stream}", "tv",
    ];

    /// <summary>AAC-LC, stereo, 48 kHz, 128 kbit/s; five channels and more are mixed down.</summary>
    public static IReadOnlyList<string> Audio { get; } = ["-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000"];

    /// <summary>Fragmented MP4 in an HLS playlist.</summary>
    public static IEnumerable<string> Hls(int segmentSeconds, string kind, string flags, MediaOptions options) =>
    [
        "-max_muxing_queue_size", "4096", "-fs", InputArguments.Number((double)options.MaxOutputMiB * 1024 * 1024),
        "-f", "hls", "-hls_time", InputArguments.Number(segmentSeconds), "-hls_playlist_type", kind,
        "-hls_segment_type", "fmp4", "-hls_flags", flags,
    ];
}
