using System.Text;

namespace Zhizhuxia.Submissions;

/// <summary>What is searched of a piece, and what was asked for, both written the same way: lower case, half width, single spaces.</summary>
public static class SearchWords
{
    /// <summary>More is not searched of one piece.</summary>
    private const int Longest = 4000;

    /// <summary>More words are not looked for at once.</summary>
    private const int MostTerms = 8;

    private const char FirstWide = '\uff01';
    private const char LastWide = '\uff5e';
    private const int WideToAscii = 0xfee0;

    /// <summary>Number, title, text, people, links and tags, each a line.</summary>
    /// <param name="piece">With its links.</param>
    /// <param name="tags">What colleagues have tagged it with.</param>
    public static string Of(Submission piece, IReadOnlyList<string> tags)
    {
        IEnumerable<string?> lines =
        [
            piece.Number, piece.Title, piece.Contact?.Name, piece.CreditName, Credits.Print(piece.Credits), piece.SourceLine, .. tags, piece.Text, piece.ProposalText, piece.LinkText,
            .. piece.Links.SelectMany(link => new[] { link.Url, link.Title, link.Author }),
        ];
        var words = string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => Plain(line!)));
        return words.Length > Longest ? words[..Longest] : words;
    }

    /// <summary>The words somebody asks for: all of them are to be found, each anywhere.</summary>
    public static IReadOnlyList<string> Terms(string? asked) =>
        [.. Plain(asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostTerms)];

    /// <summary>Characters as people count them, not halves of pairs.</summary>
    public static int Length(string term) => term.EnumerateRunes().Count();

    /// <summary>
    /// Every single sign and every two in a row, once each, as hexadecimal figures with spaces between: tokens that no tokeniser takes apart, whatever
    /// the sign. Chinese has no spaces to split at, and half of its words have two signs.
    /// </summary>
    public static string Grams(string words)
    {
        HashSet<int> seen = [];
        var grams = new StringBuilder(words.Length * 12);
        for (var at = 0; at < words.Length; at++)
        {
            if (char.IsWhiteSpace(words[at]))
                continue;
            Add(words[at], single: true);
            if (at + 1 < words.Length && !char.IsWhiteSpace(words[at + 1]))
                Add((words[at] << 16) | words[at + 1], single: false);
        }
        return grams.ToString();

        void Add(int gram, bool single)
        {
            if (seen.Add(gram))
                grams.Append(grams.Length > 0 ? " " : "").Append(gram.ToString(single ? "x4" : "x8", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a pair comes out as U+FFFD
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
                plain.Append(Folded(rune).ToString());
            else if (plain.Length > 0 && plain[^1] is not ' ')
                plain.Append(' ');
        }
        return plain.ToString().TrimEnd();
    }

    private static Rune Folded(Rune rune) =>
        Rune.ToLowerInvariant(rune.Value is >= FirstWide and <= LastWide ? new(rune.Value - WideToAscii) : rune);
}
