namespace Zhizhuxia.Media;

/// <summary>What the packets of one track say about time. Pure.</summary>
public sealed record TrackTiming
{
    private const double WindowSeconds = 2;

    /// <summary>Frames (video) or packets (audio) that are shown.</summary>
    public required int Frames { get; init; }
    /// <summary>Presentation time of the first one.</summary>
    public required double StartSeconds { get; init; }
    /// <summary>End of the last one.</summary>
    public required double EndSeconds { get; init; }
    /// <summary>The last one is said to last less than half of what lies between neighbours, which no camera means.</summary>
    public required bool EndsShort { get; init; }
    /// <summary>Frames per second between ordinary neighbours: 1 / median interval, freed of the container's rounding.</summary>
    public required double NominalRate { get; init; }
    /// <summary>Frames per second over the whole track.</summary>
    public required double AverageRate { get; init; }
    /// <summary>Time between neighbours that half of them reach; 0 for a lone one.</summary>
    public required double MedianIntervalSeconds { get; init; }
    /// <summary>Time between neighbours that only one in twenty falls short of.</summary>
    public required double P5IntervalSeconds { get; init; }
    /// <summary>Time between neighbours that only one in twenty exceeds.</summary>
    public required double P95IntervalSeconds { get; init; }
    /// <summary>The intervals differ: p95 − p5 above 10 % of the median, or frames are missing so that the average is off by more than 2 %.</summary>
    public required bool IsVariable { get; init; }
    /// <summary>Longest time between two key frames, the end counting as one.</summary>
    public required double LongestGopSeconds { get; init; }
    /// <summary>Pictures at which decoding can start.</summary>
    public required int KeyFrames { get; init; }
    /// <summary>No picture that follows a key frame in the file is shown before it, so that a cut there needs nothing from before.</summary>
    public required bool IsGopClosed { get; init; }
    /// <summary>The first picture is a key frame.</summary>
    public required bool StartsAtKey { get; init; }
    /// <summary>Times of key frames, at least one second apart, at most 20 000.</summary>
    public required IReadOnlyList<double> KeyFrameSeconds { get; init; }
    /// <summary>Size of all packets.</summary>
    public required long Bytes { get; init; }
    /// <summary>Highest bit rate of any two-second window, in bits per second.</summary>
    public required long PeakBitsPerSecond { get; init; }

    /// <summary>Measures a track.</summary>
    /// <param name="packets">Its packets in the file's order.</param>
    /// <param name="isPicture">A last picture is shown as long as an ordinary one, whatever the container says of it; a last sound is as long as it is.</param>
    /// <returns>Null when no packet has a time.</returns>
    public static TrackTiming? Of(IReadOnlyList<Packet> packets, bool isPicture)
    {
        var timed = packets.Where(packet => double.IsFinite(packet.Seconds)).OrderBy(packet => packet.Seconds).ToArray();
        if (timed.Length == 0)
            return null;
        var intervals = Intervals(timed);
        var median = At(intervals, 0.5);
        var first = timed[0].Seconds;
        var last = timed[^1].Seconds;
        var end = last + LastLasts(timed[^1].DurationSeconds, median, isPicture);
        var nominal = Nominal(intervals, median);
        var average = last > first ? (timed.Length - 1) / (last - first) : nominal;
        var keys = timed.Where(packet => packet.IsKey).Select(packet => packet.Seconds).ToArray();
        return new TrackTiming
        {
            Frames = packets.Count,
            StartSeconds = first,
            EndSeconds = end,
            EndsShort = timed[^1].DurationSeconds < median / 2,
            NominalRate = nominal,
            AverageRate = average,
            MedianIntervalSeconds = median,
            P5IntervalSeconds = At(intervals, 0.05),
            P95IntervalSeconds = At(intervals, 0.95),
            IsVariable = Spread(intervals) > Math.Max(0.1 * median, 0.0011) || Math.Abs(average - nominal) > 0.02 * nominal,
            LongestGopSeconds = LongestGop(keys, end),
            KeyFrames = keys.Length,
            IsGopClosed = IsClosed(packets),
            StartsAtKey = timed[0].IsKey,
            KeyFrameSeconds = Thinned(keys),
            Bytes = timed.Sum(packet => (long)packet.Bytes),
            PeakBitsPerSecond = Peak(timed, end - first),
        };
    }

    private static double LastLasts(double claimed, double median, bool isPicture)
    {
        if (median <= 0 || (!isPicture && claimed > 0))
            return claimed;
        return Math.Max(median, Math.Min(claimed, 2 * median));
    }

    private static double[] Intervals(Packet[] timed)
    {
        var intervals = new List<double>(timed.Length);
        for (var i = 1; i < timed.Length; i++)
        {
            if (timed[i].Seconds - timed[i - 1].Seconds is > 0.0001 and var interval)
                intervals.Add(interval);
        }
        intervals.Sort();
        return [.. intervals];
    }

    // Containers round to 1 ms (33, 33, 34): the mean of the ordinary intervals is the rate the camera meant.
    private static double Nominal(double[] intervals, double median)
    {
        var ordinary = intervals.Where(interval => Math.Abs(interval - median) <= Math.Max(0.05 * median, 0.0011)).ToArray();
        return ordinary.Length > 0 ? ordinary.Length / ordinary.Sum() : 0;
    }

    private static double Spread(double[] intervals) => At(intervals, 0.95) - At(intervals, 0.05);

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[(int)Math.Round(share * (sorted.Length - 1))];

    private static double LongestGop(double[] keys, double end) =>
        keys.Zip([.. keys.Skip(1), end], (from, to) => to - from).DefaultIfEmpty(0).Max();

    private static bool IsClosed(IReadOnlyList<Packet> packets)
    {
        var key = double.NegativeInfinity;
        foreach (var packet in packets)
        {
            if (packet.Seconds < key)
                return false;
            if (packet.IsKey)
                key = packet.Seconds;
        }
        return true;
    }

    private static List<double> Thinned(double[] keys)
    {
        var kept = new List<double>();
        foreach (var key in keys)
        {
            if (kept.Count < 20_000 && (kept.Count == 0 || key - kept[^1] >= 1))
                kept.Add(Math.Round(key, 3));
        }
        return kept;
    }

    private static long Peak(Packet[] timed, double span)
    {
        long bytes = 0, peak = 0;
        for (int tail = 0, head = 0; head < timed.Length; head++)
        {
            bytes += timed[head].Bytes;
            while (timed[head].Seconds - timed[tail].Seconds >= WindowSeconds)
                bytes -= timed[tail++].Bytes;
            peak = Math.Max(peak, bytes);
        }
        return (long)(peak * 8 / Math.Clamp(span, 0.001, WindowSeconds));
    }
}
