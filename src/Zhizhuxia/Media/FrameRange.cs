namespace Zhizhuxia.Media;

/// <summary>A stretch of the presentation time line, counted in frames of the slowest size. Pure.</summary>
/// <param name="Number">0, 1, 2 … in the order of the film.</param>
/// <param name="First">The first frame.</param>
/// <param name="Count">How many; null: to the end.</param>
public sealed record FrameRange(int Number, long First, long? Count)
{
    private static readonly string[] Seekable = ["mov", "mp4", "matroska"];

    /// <summary>Only files in which a seek lands where it should are cut: with an index, and one that tells the truth (old phones' H.263 names key frames that are none).</summary>
    public static bool IsSeekable(VideoFacts facts) => Seekable.Contains(facts.Container) && facts.Video.Codec != "h263";

    /// <summary>When it begins.</summary>
    public double StartSeconds(OutputRate slowest) => First / slowest.PerSecond;

    /// <summary>
    /// Cuts a film into ranges of about <see cref="MediaOptions.RangeLength"/>. The cuts lie on the grid of key frames, so that the joined
    /// film has them where an unbroken one has; beside a copied top, they lie on the source's own key frames.
    /// </summary>
    /// <returns>One range when the film is short enough for one worker, or cannot be cut.</returns>
    public static IReadOnlyList<FrameRange> Cut(VideoFacts facts, LadderShape shape, MediaOptions options)
    {
        if (!shape.Encoded.Any() || !IsSeekable(facts) || WorkEstimate.Ladder(facts, shape, options) <= options.RangesAbove)
            return [new FrameRange(0, 0, null)];
        var starts = shape.IsTopCopied ? AtSourceKeys(facts, shape, options) : OnGrid(facts, shape, options);
        return [.. starts.Select((first, number) => new FrameRange(number, first, number + 1 < starts.Count ? starts[number + 1] - first : null))];
    }

    private static List<long> OnGrid(VideoFacts facts, LadderShape shape, MediaOptions options)
    {
        var gop = KeyGrid.Frames(shape.SlowestRate, LadderPlan.GopSeconds);
        var step = Math.Max(1, (long)Math.Round(options.RangeLength.TotalSeconds * shape.SlowestRate.PerSecond / gop)) * gop;
        var frames = (long)(Length(facts) * shape.SlowestRate.PerSecond);
        var starts = new List<long>();
        for (long first = 0; first == 0 || first + step / 2 < frames; first += step)
            starts.Add(first);
        return starts;
    }

    private static List<long> AtSourceKeys(VideoFacts facts, LadderShape shape, MediaOptions options)
    {
        var starts = new List<long> { 0 };
        var next = options.RangeLength.TotalSeconds;
        foreach (var key in facts.Video.KeyFrameSeconds.Where(key => key < Length(facts) - options.RangeLength.TotalSeconds / 2))
        {
            if (key < next)
                continue;
            starts.Add((long)Math.Round(key * shape.SlowestRate.PerSecond));
            next = key + options.RangeLength.TotalSeconds;
        }
        return starts;
    }

    private static double Length(VideoFacts facts) => facts.Video.LeadInSeconds + facts.Video.DurationSeconds;
}
