namespace Zhizhuxia.Media;

/// <summary>Signs that a film is not the camera's own file. Pure; hints for an editor, never a refusal.</summary>
public static class RecompressionSigns
{
    /// <summary>A program wrote the file, no camera: the encoder tag of FFmpeg, HandBrake and their like.</summary>
    public const string Encoder = "encoder";
    /// <summary>The platform left its own tag (WeChat, 抖音, 快手 and others).</summary>
    public const string Platform = "platform";
    /// <summary>So few bits per pixel that a messenger has shrunk it.</summary>
    public const string FewBits = "few_bits";

    /// <summary>A size no camera records, but messengers and platforms make: WeChat's 960×544, 抖音's 1024×576 and their like.</summary>
    public const string MessengerSize = "messenger_size";

    private const double BitsPerPixelOfMessengers = 0.045;
    private static readonly (int Long, int Short)[] MessengerSizes =
        [(960, 540), (960, 544), (1024, 576), (1024, 580), (864, 480), (852, 480), (640, 368), (1280, 576), (1280, 590), (1168, 540), (1170, 540)];
    private static readonly string[] Programs = ["Lavf", "HandBrake", "Lavc", "MEncoder", "Premiere", "CapCut"];
    private static readonly string[] Platforms = ["wechat", "weixin", "mmcodec", "bytedance", "douyin", "aweme", "kuaishou", "vid:", "bilibili"];

    // What ByteDance's editor leaves in each of its exports.
    private static readonly string[] PlatformKeys = ["te_is_reencode", "com.bytedance.info"];

    /// <summary>Tags that are looked at for themselves.</summary>
    public static IReadOnlyList<string> Tags => PlatformKeys;

    /// <summary>The codes that apply.</summary>
    /// <param name="report">Tags as probed.</param>
    /// <param name="video">The chosen track.</param>
    public static IReadOnlyList<string> In(ProbeReport report, VideoTrack video)
    {
        var words = report.AllTags.Select(tag => tag.Value).ToList();
        var signs = new List<string>();
        if (Any(words, Programs))
            signs.Add(Encoder);
        if (Any(words, Platforms) || report.AllTags.Any(tag => PlatformKeys.Contains(tag.Key, StringComparer.OrdinalIgnoreCase)))
            signs.Add(Platform);
        if (MessengerSizes.Contains((Math.Max(video.CodedWidth, video.CodedHeight), Math.Min(video.CodedWidth, video.CodedHeight))))
            signs.Add(MessengerSize);
        if (BitsPerPixel(video) is > 0 and < BitsPerPixelOfMessengers && video.ShortEdge >= 360)
            signs.Add(FewBits);
        return signs;
    }

    private static bool Any(List<string> words, string[] signs) =>
        words.Any(word => signs.Any(sign => word.Contains(sign, StringComparison.OrdinalIgnoreCase)));

    private static double BitsPerPixel(VideoTrack video)
    {
        var pixelsPerSecond = (double)video.CodedWidth * video.CodedHeight * video.AverageFrameRate;
        return pixelsPerSecond > 0 ? video.BitsPerSecond / pixelsPerSecond : 0;
    }
}
