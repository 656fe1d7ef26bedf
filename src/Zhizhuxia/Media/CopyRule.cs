namespace Zhizhuxia.Media;

/// <summary>
/// Whether the reader's own picture may be the top of the ladder, copied instead of encoded (media.md §3). A copy costs a
/// hundredth, but only what every browser plays, seeks in and streams well may go out as it came. Pure.
/// </summary>
public static class CopyRule
{
    private const int HighestLevel = 42;
    private const double HighestRate = 60.5;
    private const double LongestGopSeconds = 4.05;
    private const double ShortestMeanGopSeconds = 0.45;
    private const double LatestStartSeconds = 0.02;

    private const int PeakOfMean = 2;

    private static readonly string[] Profiles = ["Constrained Baseline", "Main", "High"];

    /// <summary>What stands in the way of a copy, in English for operators; empty when it may be made.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="order">A notice on the picture needs an encode.</param>
    public static IReadOnlyList<string> Obstacles(VideoFacts facts, LadderOrder order) =>
        [.. Checks(facts.Video, facts, order).Where(check => !check.Holds).Select(check => check.Obstacle)];

    private static IEnumerable<(bool Holds, string Obstacle)> Checks(VideoTrack video, VideoFacts facts, LadderOrder order)
    {
        var rung = Rung.Ladder(video)[0];
        yield return (order.Notice is null, "a notice is to be shown");
        yield return (facts.Container is "mov" or "mp4" or "matroska", "container");
        yield return (video.Codec == "h264" && Profiles.Contains(video.Profile) && video.Level is > 0 and <= HighestLevel, "codec, profile or level");
        yield return (video.PixelFormat == "yuv420p" && !video.IsFullRange, "pixel format or range");
        yield return (!video.IsInterlaced, "interlaced");
        yield return (video.Hdr is Hdr.None && video.ColorMatrix is "" or "bt709" && video.ColorTransfer is "" or "bt709", "colour");
        yield return (video.PixelAspect is > 0.999 and < 1.001, "oblong pixels");
        yield return (video.RotationDegrees == 0 && video is { IsMirrored: false, IgnoreRotation: false }, "rotation");
        yield return (rung.Width == video.CodedWidth && rung.Height == video.CodedHeight, "size");
        yield return (!video.IsVariable && video.FrameRate is > 0 and <= HighestRate, "frame rate");
        yield return (video.IsGopClosed && video.LongestGopSeconds <= LongestGopSeconds
            && video.DurationSeconds / Math.Max(1, video.KeyFrames) >= Math.Min(ShortestMeanGopSeconds, video.DurationSeconds), "key frames");
        yield return (video.BitsPerSecond <= rung.CopyKilobits * 1000L && video.PeakBitsPerSecond <= rung.CopyKilobits * 1000L * PeakOfMean, "bit rate");
        yield return (video.EditedAwayPackets == 0 && video.LeadInSeconds <= LatestStartSeconds && Math.Abs(facts.TimelineShiftSeconds) <= LatestStartSeconds, "edit list");
        yield return (!facts.IsDamaged, "damage");
    }
}
