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

    private const double BitsPerPixelOfMessengers = 0.045;
    private static readonly string[] Programs = ["Lavf", "HandBrake", "Lavc", "MEncoder", "Premiere", "CapCut"];
    private static readonly string[] Platforms = ["wechat", "weixin", "mmcodec", "bytedance", "douyin", "aweme", "kuaishou", "vid:", "bilibili"];

    /// <summary>The codes that apply.</summary>
    /// <param name="report">Tags as probed.</param>
    /// <param name="video">The chosen track.</param>
    public static IReadOnlyList<string> In(ProbeReport report, VideoTrack video)
    {
        var words = report.Tags.Values.Concat(report.Streams.SelectMany(stream => new[] { stream.Encoder, stream.Handler })).ToList();
        var signs = new List<string>();
        if (Any(words, Programs))
            signs.Add(Encoder);
        if (Any(words, Platforms))
            signs.Add(Platform);
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
