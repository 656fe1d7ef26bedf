namespace Zhizhuxia.Media;

/// <summary>
/// The filters between decoder and encoder, as pure text: deinterlace → rate → first scale → tone-map → square pixels.
/// ffmpeg itself turns the picture upright before them, unless the file's rotation is nonsense.
/// </summary>
internal static class PictureChain
{
    /// <summary>How long a notice is shown; the standard asks for two seconds.</summary>
    public const double NoticeSeconds = 4;

    /// <summary>From the chosen track to a progressive SDR picture in BT.709, limited range, 8-bit 4:2:0.</summary>
    public static string ToVideo(VideoFacts facts, int width, int height, OutputRate rate) => $"{Paced(facts, rate)},{Shown(facts, width, height)}";

    /// <summary>The first half of <see cref="ToVideo"/>: progressive pictures at an even rate from zero on, as large and as coloured as they came.</summary>
    public static string Paced(VideoFacts facts, OutputRate rate) => string.Join(',', [.. Timing(facts), $"fps=fps={rate}:start_time=0{LastShown(facts)}"]);

    /// <summary>The second half of <see cref="ToVideo"/>: size and colours.</summary>
    public static string Shown(VideoFacts facts, int width, int height) => string.Join(',', [.. ToBt709(facts.Video, width, height), "format=yuv420p", "setsar=1"]);

    /// <summary>What <see cref="Shown"/> made, for a JPEG: full range in BT.601.</summary>
    public const string ToJpeg = "scale=in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p,setsar=1";

    /// <summary>The same for a stretch of the film: the frames that a run over the whole film has there, timed from zero on.</summary>
    /// <param name="facts">The film, read by <see cref="PlanArguments.InputFrom"/>.</param>
    /// <param name="rung">Size and rate.</param>
    /// <param name="startSeconds">When the stretch begins, on a frame of the rung.</param>
    /// <param name="frames">How many frames; null: to the end.</param>
    public static string ToVideoFrom(VideoFacts facts, Rung rung, double startSeconds, long? frames) => string.Join(',',
    [
        Paced(facts, rung.Rate), Stretch((long)Math.Round(startSeconds * rung.Rate.PerSecond), frames), "setpts=PTS-STARTPTS", .. ToBt709(facts.Video, rung.Width, rung.Height), "format=yuv420p", "setsar=1",
    ]);

    /// <summary>Words in the corner for the first seconds, at least 5 % of the short side high (GB 45438—2025, 4.4).</summary>
    /// <param name="words">Without characters that mean something to ffmpeg's filters.</param>
    /// <param name="rung">The picture they go on.</param>
    /// <param name="font">Full path of the font.</param>
    public static string Notice(string words, Rung rung, string font)
    {
        var size = Math.Max(14, (int)Math.Ceiling(Math.Min(rung.Width, rung.Height) * 0.06));
        return $"drawtext=fontfile={font}:text={words}:fontsize={size}:fontcolor=white:box=1:boxcolor=black@0.55:boxborderw={size / 3}"
            + $":x={size}:y={size}:enable='lt(t,{InputArguments.Number(NoticeSeconds)})'";
    }

    /// <summary>The same for a still: JPEG is full range in BT.601. Small and in true colours before the choice, which keeps all it chooses among, in 8-bit RGB.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="width">Width of the still.</param>
    /// <param name="height">Height of the still.</param>
    /// <param name="choose">Filter that chooses among the pictures.</param>
    public static string ToStill(VideoFacts facts, int width, int height, string choose) => string.Join(',',
    [
        .. Deinterlaced(facts.Video), .. ToBt709(facts.Video, width, height), "scale=in_color_matrix=bt709:in_range=tv,format=rgb24",
        choose, "scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p,setsar=1",
    ]);

    /// <summary>A smaller size of what <see cref="ToVideo"/> made.</summary>
    public static string Smaller(Rung rung, OutputRate above)
    {
        var slower = rung.Rate.PerSecond < above.PerSecond * 0.99 ? $"fps={rung.Rate}," : "";
        return $"{slower}scale={rung.Width}:{rung.Height}:flags=bicubic,setsar=1";
    }

    /// <summary>The sound track from zero on, gaps filled, 48 kHz, two channels whatever it had, raised or lowered as a whole.</summary>
    public static string Sound(VideoFacts facts, double gainDecibels = 0)
    {
        var gain = gainDecibels is not 0 ? $",volume={InputArguments.Number(gainDecibels)}dB" : "";
        return $"{LooseSound.Source(facts)}aresample=48000:async=1:first_pts=0,aformat=channel_layouts=stereo{gain}";
    }

    // Counted from the film's beginning, which the rate filter fills with copies: from another zero it would round some frames another way.
    private static string Stretch(long first, long? frames) => $"trim=start_frame={first}" + (frames is { } count ? $":end_frame={first + count}" : "");

    // The filter rounds the end of the film: a last frame that claims a moment would not be shown at all.
    private static string LastShown(VideoFacts facts) => facts.Video.EndsShort ? ":eof_action=pass" : "";

    private static IEnumerable<string> Timing(VideoFacts facts)
    {
        if (facts.PictureShiftSeconds is not 0)
            yield return $"setpts=PTS+{InputArguments.Number(facts.PictureShiftSeconds)}/TB";
        foreach (var filter in Deinterlaced(facts.Video))
            yield return filter;
    }

    private static IEnumerable<string> Deinterlaced(VideoTrack video) =>
        video.IsInterlaced ? ["bwdif=mode=send_frame:deint=all"] : [];

    // Scaling first makes the costly tone-mapping cheap: 227 ms a frame at 4K, 23 ms at 540p. npl=100: with 203 skies and
    // skin of real phone clips came out a stop too dark.
    private static IEnumerable<string> ToBt709(VideoTrack video, int width, int height) => video.Hdr switch
    {
        Hdr.None =>
        [
            $"scale={width}:{height}:flags=bicubic:in_color_matrix={Matrix(video)}:out_color_matrix=bt709:in_range={(video.IsFullRange ? "pc" : "tv")}:out_range=tv",
        ],
        var hdr =>
        [
            $"scale={width}:{height}:flags=bicubic",
            $"zscale=tin={(hdr is Hdr.Pq ? "smpte2084" : "arib-std-b67")}:min=bt2020nc:pin=bt2020:rin={(video.IsFullRange ? "full" : "limited")}:t=linear:npl=100",
            "format=gbrpf32le", "zscale=p=bt709", "tonemap=tonemap=hable:desat=0",
            "zscale=t=bt709:m=bt709:p=bt709:r=limited",
        ],
    };

    // Reserved or unknown values are BT.709 (media.md §2.5).
    private static string Matrix(VideoTrack video) => video.ColorMatrix switch
    {
        "bt470bg" or "smpte170m" or "fcc" => "bt601",
        "smpte240m" => "smpte240m",
        "bt2020nc" or "bt2020c" => "bt2020",
        _ => "bt709",
    };
}
