namespace Zhizhuxia.Media;

/// <summary>Parts that the plans' arguments share. Pure.</summary>
internal static class PlanArguments
{
    private const double ReorderedFrom = 20; // what is reordered is shown two frames late: 0.4 s at five frames a second

    /// <summary>How much before a moment a seek must aim that is to land before it.</summary>
    public const double SeekMarginSeconds = 0.25; // more than any encoder reorders: a seek goes by decoding times

    /// <summary>Everything before the filters: quiet, guarded, upright.</summary>
    public static IEnumerable<string> Input(VideoFacts facts, MediaOptions options, double? seekSeconds = null) =>
    [
        .. Quiet, .. InputArguments.Guarded(options), "-fflags", "+genpts", "-threads", InputArguments.Number(options.Threads),
        .. facts.Video.IgnoreRotation ? (string[])["-noautorotate"] : [],
        .. seekSeconds is { } at ? (string[])["-ss", InputArguments.Number(at)] : [],
        "-i", Sandbox.Input,
    ];

    /// <summary>
    /// The same, with pictures from the last key frame before a moment on, and with the film's own time stamps: what is made of them
    /// from there on is then the same as in a run over the whole film.
    /// </summary>
    public static IEnumerable<string> InputFrom(VideoFacts facts, MediaOptions options, double seconds) => InputBehind(facts, options, seconds - SeekMarginSeconds);

    /// <summary>The same with pictures from where a seek to a moment lands: the last key frame that is decoded before it.</summary>
    public static IEnumerable<string> InputBehind(VideoFacts facts, MediaOptions options, double seconds) =>
    [
        .. Quiet, "-copyts", "-start_at_zero", "-noaccurate_seek",
        .. InputArguments.Guarded(options), "-fflags", "+genpts", "-threads", InputArguments.Number(options.Threads),
        .. facts.Video.IgnoreRotation ? (string[])["-noautorotate"] : [],
        .. Seek(seconds - facts.PictureShiftSeconds), "-i", Sandbox.Input,
    ];

    // A seek to the very start is none: with some edit lists the decoder would begin behind pictures that the first one needs.
    private static string[] Seek(double seconds) => seconds > 0 ? ["-ss", InputArguments.Number(seconds)] : [];

    /// <summary>Before all inputs: no questions, errors only, progress on standard output.</summary>
    public static IReadOnlyList<string> Quiet { get; } =
        ["-nostdin", "-hide_banner", "-y", "-v", "error", "-progress", "pipe:1", "-stats_period", "0.5"];

    /// <summary>No subtitles, no data, not one tag or chapter of the source, a bounded length.</summary>
    public static IEnumerable<string> Nothing(VideoFacts facts) =>
    [
        "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1", "-t", InputArguments.Number(facts.DurationSeconds + 1),
    ];

    /// <summary>H.264 for any browser, BT.709 said out loud; where key frames lie is <see cref="KeyGrid"/>'s.</summary>
    /// <param name="rung">Size and rate.</param>
    /// <param name="stream">Number of the video stream in the output.</param>
    /// <param name="preset">x264's preset.</param>
    /// <param name="options">Threads.</param>
    public static IEnumerable<string> Video(Rung rung, int stream, string preset, MediaOptions options) =>
    [
        $"-c:v:{stream}", "libx264", $"-preset:v:{stream}", preset, $"-profile:v:{stream}", "high",
        $"-crf:v:{stream}", InputArguments.Number(rung.Crf),
        .. rung.Rate.PerSecond < ReorderedFrom ? (string[])[$"-bf:v:{stream}", "0"] : [],
        $"-maxrate:v:{stream}", $"{rung.MaxKilobits}k", $"-bufsize:v:{stream}", $"{rung.MaxKilobits * 2}k",
        $"-threads:v:{stream}", InputArguments.Number(options.Threads),
        $"-color_primaries:v:{stream}", "bt709", $"-color_trc:v:{stream}", "bt709", $"-colorspace:v:{stream}", "bt709", $"-color_range:v:{stream}", "tv",
    ];

    /// <summary>
    /// The reader's own picture without the notes a camera writes into it (NAL units of type 6, SEI: dates, places, devices), and with BT.709 said
    /// out loud where it said nothing (1 in ITU-T H.264 Table E-3 to E-5).
    /// </summary>
    public static IEnumerable<string> Copy(int stream) =>
    [
        $"-c:v:{stream}", "copy",
        $"-bsf:v:{stream}", "filter_units=remove_types=6,h264_metadata=colour_primaries=1:transfer_characteristics=1:matrix_coefficients=1:video_full_range_flag=0",
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
