using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>Frames per second of an output, exact. Pure.</summary>
/// <param name="Numerator">Frames.</param>
/// <param name="Denominator">Per so many seconds.</param>
public readonly record struct OutputRate(long Numerator, long Denominator)
{
    private const double SameRate = 0.0015;
    private static readonly OutputRate[] Standard =
        [new(24000, 1001), new(24, 1), new(25, 1), new(30000, 1001), new(30, 1), new(50, 1), new(60000, 1001), new(60, 1)];

    /// <summary>Frames per second.</summary>
    public double PerSecond => (double)Numerator / Denominator;

    /// <summary>As ffmpeg's fps filter reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>
    /// A steady film keeps its own rate, never a rounded average (28.03 → 28 would lose frames); a variable one gets the
    /// nearest standard rate; what is above <paramref name="limit"/> is halved until it fits.
    /// </summary>
    public static OutputRate For(VideoTrack video, double limit)
    {
        var nearest = Standard.MinBy(rate => Math.Abs(rate.PerSecond - video.FrameRate));
        var steady = !video.IsVariable && video.FrameRate > 0;
        var rate = !steady || Math.Abs(nearest.PerSecond / video.FrameRate - 1) < SameRate
            ? nearest
            : new OutputRate((long)Math.Round(video.FrameRate * 10_000), 10_000);
        return rate.AtMost(limit);
    }

    /// <summary>This rate, halved until it is at most <paramref name="limit"/> frames per second.</summary>
    public OutputRate AtMost(double limit)
    {
        var rate = this;
        while (rate.PerSecond > limit * (1 + SameRate))
            rate = rate with { Denominator = rate.Denominator * 2 };
        return rate;
    }
}
