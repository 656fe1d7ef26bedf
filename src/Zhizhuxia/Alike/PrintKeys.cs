namespace Zhizhuxia.Alike;

/// <summary>
/// The keys under which a film is found by others: 16 bits of a hash each, with the moment they belong to. Two films are candidates when
/// they have keys in common, the more so the more of these lie the same time apart. Pure.
/// </summary>
public static class PrintKeys
{
    /// <summary>Moments a second.</summary>
    public const int MomentsPerSecond = SoundHasher.PerSecond;

    /// <summary>Keys of a film at most; a longer one is found by every second, third … of its keys.</summary>
    public const int Most = 20_000;

    /// <summary>A film with fewer keys is short or stands still: it is found by keys that differ in one bit, too.</summary>
    private const int Few = 64;

    private const int PictureStep = FilmPrint.PicturesPerSecond / 4;
    private const int Bands = 4;
    private const int Halves = 2;

    /// <summary>How near two rises of the sound may be.</summary>
    private const int Apart = 3;

    /// <summary>All of them, in the order of time. What does not change is said once.</summary>
    public static IReadOnlyList<PrintKey> Of(FilmPrint print)
    {
        List<PrintKey> keys = [.. Pictures(print.Pictures), .. Sounds(print.Sounds)];
        if (keys.Count < Few)
            return [.. keys.SelectMany(Near)];
        var step = (keys.Count + Most - 1) / Most;
        return step <= 1 ? keys : [.. keys.Where((_, at) => at % step == 0)];
    }

    private static IEnumerable<PrintKey> Near(PrintKey key) => Enumerable.Range(0, 16).Select(bit => key with { Key = key.Key ^ 1 << bit }).Prepend(key);

    private static IEnumerable<PrintKey> Pictures(IReadOnlyList<PictureHash?> hashes)
    {
        var before = new int[Bands];
        Array.Fill(before, -1);
        for (var at = 0; at < hashes.Count; at += PictureStep)
        {
            if (hashes[at] is not { } hash)
                continue;
            for (var band = 0; band < Bands; band++)
            {
                var key = band << 16 | (int)(hash.Unmirrored >> band * 16 & 0xFFFF);
                if (key != before[band])
                    yield return new(before[band] = key, at * MomentsPerSecond / FilmPrint.PicturesPerSecond);
            }
        }
    }

    // Moments chosen by the sound itself, so that a film cut at its beginning has the same ones.
    private static IEnumerable<PrintKey> Sounds(IReadOnlyList<uint?> hashes)
    {
        for (var at = 1; at < hashes.Count; at++)
        {
            if (hashes[at] is not { } hash || Enumerable.Range(-Apart, 2 * Apart + 1).Any(near => near != 0 && Turn(hashes, at + near) >= Turn(hashes, at) + (near > 0 ? 1 : 0)))
                continue;
            for (var half = 0; half < Halves; half++)
                yield return new(Bands + half << 16 | (int)(hash >> half * 16 & 0xFFFF), at);
        }
    }

    /// <summary>How much the sound changes into this moment.</summary>
    private static int Turn(IReadOnlyList<uint?> hashes, int at) =>
        at < 1 || at >= hashes.Count || hashes[at] is not { } now || hashes[at - 1] is not { } before ? 0 : System.Numerics.BitOperations.PopCount(now ^ before);
}

/// <summary>A key and its moment.</summary>
/// <param name="Key">Kind and 16 bits.</param>
/// <param name="Moment">Eighths of a second from the film's beginning.</param>
public readonly record struct PrintKey(int Key, int Moment);
