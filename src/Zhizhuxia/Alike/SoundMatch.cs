using System.Numerics;

namespace Zhizhuxia.Alike;

/// <summary>Lays the sound of two films beside each other at every offset. Pure.</summary>
public static class SoundMatch
{
    /// <summary>Share of the bits that may differ; of unrelated sounds a half does.</summary>
    private const double MostErrors = 0.32;

    /// <summary>The least that says anything: two seconds and a half.</summary>
    private const int LeastHashes = 5 * SoundHasher.PerSecond / 2;
    private const double LeastOverlap = 0.5;

    private const long MostWork = 400_000_000;

    /// <summary>The best place; null when the two films have no sound in common.</summary>
    public static Alignment? Find(IReadOnlyList<uint?> one, IReadOnlyList<uint?> other)
    {
        var step = (int)Math.Max(1, (long)one.Count * other.Count / MostWork);
        Alignment? best = null;
        for (var offset = LeastHashes - one.Count; offset <= other.Count - LeastHashes; offset++)
            if (At(one, other, offset, step) is { } found && (best is null || found.Share > best.Share))
                best = found;
        return best;
    }

    private static Alignment? At(IReadOnlyList<uint?> one, IReadOnlyList<uint?> other, int offset, int step)
    {
        var (from, to) = (Math.Max(0, -offset), Math.Min(one.Count, other.Count - offset));
        int heard = 0, errors = 0;
        for (var at = from; at < to; at += step)
        {
            if (one[at] is not { } mine || other[at + offset] is not { } theirs)
                continue;
            (heard, errors) = (heard + 1, errors + BitOperations.PopCount(mine ^ theirs));
        }
        var rate = heard == 0 ? 1 : errors / (32.0 * heard);
        if (heard * step < LeastHashes || rate > MostErrors || to - from < LeastOverlap * Math.Min(one.Count, other.Count))
            return null;
        return new(
            (double)offset / SoundHasher.PerSecond, (double)heard * step / SoundHasher.PerSecond,
            1 - 2 * rate, IsMirrored: false, IsStrong: false);
    }
}
