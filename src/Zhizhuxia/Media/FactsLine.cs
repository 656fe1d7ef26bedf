using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>The facts in one line an editor understands. Pure.</summary>
public static class FactsLine
{
    /// <summary>For example <c>1080×1920 竖屏 · 30 帧/秒 · 0:12 · HEVC · HDR(HLG) · 立体声</c>.</summary>
    public static string Of(VideoFacts facts) => string.Join(" · ", Parts(facts));

    private static IEnumerable<string> Parts(VideoFacts facts)
    {
        var video = facts.Video;
        yield return $"{video.DisplayWidth}×{video.DisplayHeight} {Shape(video)}";
        yield return video.IsVariable ? $"约 {Rate(video.AverageFrameRate)} 帧/秒(不均匀)" : $"{Rate(video.FrameRate)} 帧/秒";
        yield return Length(facts.DurationSeconds);
        yield return video.Codec.ToUpperInvariant();
        if (video.Hdr is not Hdr.None)
            yield return video.Hdr is Hdr.Hlg ? "HDR(HLG)" : "HDR(PQ)";
        if (video.IsInterlaced)
            yield return "隔行";
        yield return Sound(facts.Audio);
    }

    private static string Shape(VideoTrack video) => Math.Sign(video.DisplayWidth - video.DisplayHeight) switch
    {
        > 0 => "横屏",
        < 0 => "竖屏",
        _ => "方形",
    };

    private static string Sound(AudioTrack? audio) => audio?.Channels switch
    {
        null => "无声",
        1 => "单声道",
        2 => "立体声",
        var channels => $"{channels} 声道",
    };

    private static string Rate(double rate) => rate.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Length(double seconds)
    {
        if (seconds < 1)
            return "不到 1 秒";
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }
}
