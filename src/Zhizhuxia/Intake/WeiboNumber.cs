using System.Globalization;

namespace Zhizhuxia.Intake;

/// <summary>The two numbers of a post on 微博: mid in digits, and bid, in which four letters of base 62 stand for seven digits, from the end.</summary>
public static class WeiboNumber
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int Letters = 4;
    private const int Digits = 7;
    private const int MostDigits = 19;

    /// <summary>mid of a bid; what is none, such as mid itself, as it is.</summary>
    public static string Canonical(string id)
    {
        if (id.All(char.IsAsciiDigit))
            return id;
        var mid = "";
        for (var end = id.Length; end > 0; end -= Letters)
        {
            var first = Math.Max(0, end - Letters);
            if (Of(id.AsSpan(first, end - first)) is not { } digits)
                return id;
            mid = (first == 0 ? digits.TrimStart('0') : digits) + mid;
        }
        return mid.Length is > 0 and <= MostDigits ? mid : id;
    }

    /// <summary>Null if it is more than seven digits say, so that these letters are no bid.</summary>
    private static string? Of(ReadOnlySpan<char> letters)
    {
        var number = 0;
        foreach (var letter in letters)
        {
            if (Alphabet.IndexOf(letter, StringComparison.Ordinal) is var digit && digit < 0)
                return null;
            number = (number * Alphabet.Length) + digit;
        }
        var digits = number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
        return digits.Length == Digits ? digits : null;
    }
}
