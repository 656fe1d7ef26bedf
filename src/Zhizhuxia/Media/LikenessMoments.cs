namespace Zhizhuxia.Media;

/// <summary>
/// Which moments of a film are cheap to compare: those just behind one of its own key frames. A frame in the middle of its group costs the decoding of
/// all frames before it, more than everything else about a comparison. Pure.
/// </summary>
internal static class LikenessMoments
{
    private const double Rounding = 0.001; // key frames are noted in milliseconds

    /// <summary>The frame within reach that costs least, and of those the nearest; the first frame, which is often black, only where nothing else is wished.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="wished">A frame of the slowest size, on its grid of key frames.</param>
    /// <param name="reach">How many frames earlier or later will do.</param>
    public static long Cheapest(VideoFacts facts, LadderShape shape, long wished, long reach)
    {
        var rate = shape.SlowestRate.PerSecond;
        return Candidates(facts, shape, wished, reach).Append(wished).Distinct()
            .OrderBy(frame => Math.Round(frame / rate - (LastKey(facts, frame / rate) ?? 0), 2)).ThenBy(frame => Math.Abs(frame - wished)).First();
    }

    /// <summary>Where a seek must aim so that the frame of a moment is decoded, and as few as possible before it.</summary>
    public static double SeekTo(VideoFacts facts, double seconds)
    {
        var safe = seconds - PlanArguments.SeekMarginSeconds;
        return facts.Container is "mov" or "mp4" && LastKey(facts, seconds) is { } key ? Math.Max(safe, key + 2 * Rounding) : safe;
    }

    // Beside a copied top the other sizes have their key frames where the film has its own.
    private static IEnumerable<long> Candidates(VideoFacts facts, LadderShape shape, long wished, long reach)
    {
        if (shape.IsTopCopied)
            return facts.Video.KeyFrameSeconds.Select(key => (long)Math.Round(key * shape.SlowestRate.PerSecond)).Where(frame => frame > 0 && Math.Abs(frame - wished) <= reach);
        var gop = shape.Rungs[^1].GopFrames;
        var steps = (int)(reach / gop);
        return Enumerable.Range(-steps, 2 * steps + 1).Select(step => wished + step * gop).Where(frame => frame > 0);
    }

    private static double? LastKey(VideoFacts facts, double seconds)
    {
        var at = facts.Video.KeyFrameSeconds.TakeWhile(key => key <= seconds + Rounding).ToList();
        return at.Count > 0 ? at[^1] : null;
    }
}
