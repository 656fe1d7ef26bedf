using System.Globalization;

namespace Zhizhuxia.Intake;

/// <summary>
/// The two numbers of a film on B站: av, which counts, and BV, which hides it (base 58 over a shuffled alphabet, as published when BV was brought in).
/// </summary>
public static class BilibiliNumber
{
    private const string Prefix = "BV1";
    private const string Alphabet = "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf";
    private const long Above = 1L << 51;
    private const long Mask = 23442827791579;

    /// <summary>Place in BV of each digit, the lowest first.</summary>
    private static readonly int[] _places = [8, 7, 0, 5, 1, 3, 2, 4, 6];

    /// <summary>BV of an av number however it is written; BV itself with its letters as they should be; anything else as it is.</summary>
    public static string Canonical(string id)
    {
        if (id.StartsWith("bv1", StringComparison.OrdinalIgnoreCase))
            return Prefix + id[Prefix.Length..];
        return id.StartsWith("av", StringComparison.OrdinalIgnoreCase) && long.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var av) && av is > 0 and < Above
            ? OfAv(av)
            : id;
    }

    private static string OfAv(long av)
    {
        var rest = (Above | av) ^ Mask;
        Span<char> digits = stackalloc char[_places.Length];
        foreach (var place in _places)
        {
            digits[place] = Alphabet[(int)(rest % Alphabet.Length)];
            rest /= Alphabet.Length;
        }
        return $"{Prefix}{digits}";
    }
}
