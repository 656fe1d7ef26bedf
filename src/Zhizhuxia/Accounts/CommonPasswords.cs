using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Accounts;

/// <summary>
/// Tells a password that everybody tries from one that is somebody's own. The words (common-passwords.txt, our own list: what Chinese and English
/// users choose most, and what this newsroom would) are cut out of it, in plain spelling and with digits for letters; also sequences, rows of the
/// keyboard, years and repetitions. If little is left, it was made of them.
/// </summary>
public static partial class CommonPasswords
{
    private const int EnoughLeft = 6;
    private const int FewestDifferent = 5;

    private static readonly string[] _words = Load();

    private static readonly string[] _rows =
        ["01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz", "1qaz2wsx3edc4rfv5tgb", "qazwsxedcrfvtgb"];

    /// <param name="password">As typed.</param>
    /// <param name="own">Words of the person that must not carry the password: name, parts of the address.</param>
    public static bool Contains(string password, IEnumerable<string> own)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (plain.Distinct().Count() < FewestDifferent)
            return true;
        string[] words = [.. own.Select(word => word.ToLowerInvariant()).Where(word => word.Length >= 2), .. _words];
        return Left(plain, words) < EnoughLeft || Left(Unleet(plain), words) < EnoughLeft;
    }

    /// <summary>Number of different characters that belong to no common word.</summary>
    private static int Left(string password, IEnumerable<string> words)
    {
        var rest = words.OrderByDescending(word => word.Length).Aggregate(password, (text, word) => text.Replace(word, " ", StringComparison.Ordinal));
        rest = _rows.Aggregate(rest, CutRuns);
        rest = Repetition().Replace(Year().Replace(rest, " "), " ");
        return rest.Where(char.IsLetterOrDigit).Distinct().Count();
    }

    /// <summary>Cuts pieces of four or more characters of a row.</summary>
    private static string CutRuns(string text, string row)
    {
        for (var length = Math.Min(row.Length, text.Length); length >= 4; length--)
            for (var start = 0; start + length <= row.Length; start++)
                text = text.Replace(row.Substring(start, length), " ", StringComparison.Ordinal);
        return text;
    }

    private static string Unleet(string text) => string.Concat(text.Select(sign => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        _ => sign,
    }));

    private static string[] Load()
    {
        using var list = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(list);
        return [.. reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()];
    }

    [GeneratedRegex(@"(?:19[5-9]|20[0-4])\d(?:[01]\d(?:[0-3]\d)?)?")]
    private static partial Regex Year();

    [GeneratedRegex(@"(.{1,4})\1{2,}")]
    private static partial Regex Repetition();
}
