namespace Zhizhuxia.Alike;

/// <summary>Lays the pictures of two films beside each other at every offset, and once more in the mirror. Pure.</summary>
public static class PictureMatch
{
    /// <summary>Bits of 256 that may differ between two pictures of the same moment.</summary>
    public const int MostBits = 76;

    /// <summary>The same, on the average, where there is next to nothing else to go by.</summary>
    public const int MostBitsOfFew = 56;

    private const int MostLowBits = 20;
    private const int Few = 6;
    private const int Excerpt = 3 * FilmPrint.PicturesPerSecond;
    private const int LongExcerpt = 5 * FilmPrint.PicturesPerSecond;
    private const double LeastShare = 0.3;
    private const double StrongShare = 0.6;
    private const double LeastOverlap = 0.5;

    /// <summary>Comparisons of two pictures, above which every second, third … of the longer film is left out.</summary>
    private const long MostWork = 400_000_000;

    /// <summary>The best place; null when the two films have no pictures in common.</summary>
    public static Alignment? Find(IReadOnlyList<PictureHash?> one, IReadOnlyList<PictureHash?> other)
    {
        var step = (int)Math.Max(1, (long)one.Count * other.Count / MostWork);
        var best = default(Place);
        foreach (var mirrored in new[] { false, true })
            for (var offset = 1 - one.Count; offset < other.Count; offset++)
                if (At(one, other, offset, step, mirrored) is var place && place.Closeness > best.Closeness && IsAlike(place, one.Count, other.Count))
                    best = place;
        return best.Same == 0 ? null : new(
            (double)best.Offset / FilmPrint.PicturesPerSecond,
            (double)best.Same * step / FilmPrint.PicturesPerSecond, best.Share, best.IsMirrored, Covers(best, one.Count, other.Count) && best.Share >= StrongShare);
    }

    private static Place At(IReadOnlyList<PictureHash?> one, IReadOnlyList<PictureHash?> other, int offset, int step, bool mirrored)
    {
        var (from, to) = (Math.Max(0, -offset), Math.Min(one.Count, other.Count - offset));
        int seen = 0, same = 0, bits = 0;
        for (var at = from; at < to; at += step)
        {
            if (one[at] is not { } mine || other[at + offset] is not { } theirs)
                continue;
            seen++;
            var looked = mirrored ? mine.Mirrored : mine;
            if (looked.LowDistance(theirs) > MostLowBits || looked.Distance(theirs) is var distance && distance > MostBits)
                continue;
            (same, bits) = (same + 1, bits + distance);
        }
        return new(offset, to - from, seen, same, bits, step, mirrored);
    }

    private static bool IsAlike(Place place, int one, int other)
    {
        if (place.Same < Few && place.Bits > place.Same * MostBitsOfFew)
            return false;
        var pictures = place.Same * place.Step;
        return Covers(place, one, other) ? place.Share >= LeastShare || pictures >= LongExcerpt : place.Share >= LeastShare && pictures >= Excerpt;
    }

    /// <summary>Half of the shorter film, at least, runs beside the other.</summary>
    private static bool Covers(Place place, int one, int other) => place.Overlap >= LeastOverlap * Math.Min(one, other);

    /// <param name="Seen">Pairs of pictures that show something.</param>
    /// <param name="Same">Those of them that are the same.</param>
    /// <param name="Bits">By how much these differ.</param>
    private readonly record struct Place(int Offset, int Overlap, int Seen, int Same, int Bits, int Step, bool IsMirrored)
    {
        /// <summary>Grows with each picture in common, the more so the nearer the two are.</summary>
        public int Closeness => Same * (MostBits + 1) - Bits;

        public double Share => Seen == 0 ? 0 : (double)Same / Seen;
    }
}
