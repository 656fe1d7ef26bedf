namespace Zhizhuxia.Media;

/// <summary>
/// How long a transcode will take, from a table of measured costs: for the choice of slots, for cutting long films into
/// ranges and for the remaining time people see. Pure; right within a factor of two, which is all that is asked of it.
/// </summary>
public static class WorkEstimate
{
    private const double Reference = 1920.0 * 1080 * 30;

    // CPU-seconds for one second of 1080p30, on the machine media.md was measured on.
    private const double Decode = 0.3;
    private const double DecodeNewer = 0.7;
    private const double Encode = 1.7;
    private const double ProxyEncode = 1.2;
    private const double ToneMap = 2.8;
    private const double Sound = 0.02;

    /// <summary>Wall time of the whole ladder on one worker.</summary>
    public static TimeSpan Ladder(VideoFacts facts, LadderShape shape, MediaOptions options)
    {
        var pictures = shape.Encoded.Sum(encoded => Share(encoded.Rung)) * Encode;
        var first = shape.Encoded.Select(encoded => encoded.Rung).FirstOrDefault();
        return Wall(facts, pictures + (first is null ? 0 : Before(facts, first)) + Sound, options);
    }

    /// <summary>Wall time of the editors' version.</summary>
    public static TimeSpan Proxy(VideoFacts facts, MediaOptions options)
    {
        var rung = Rung.Proxy(facts.Video);
        return Wall(facts, Share(rung) * ProxyEncode + Before(facts, rung) + Sound, options);
    }

    private static double Before(VideoFacts facts, Rung first)
    {
        var video = facts.Video;
        var source = (double)video.CodedWidth * video.CodedHeight * Math.Clamp(video.AverageFrameRate, 1, 240) / Reference;
        return source * (video.Codec == "h264" ? Decode : DecodeNewer) + (video.Hdr is Hdr.None ? 0 : Share(first) * ToneMap);
    }

    private static double Share(Rung rung) => rung.Width * rung.Height * rung.Rate.PerSecond / Reference;

    private static TimeSpan Wall(VideoFacts facts, double cpuPerSecond, MediaOptions options) =>
        TimeSpan.FromSeconds(facts.DurationSeconds * cpuPerSecond / options.Threads);
}
