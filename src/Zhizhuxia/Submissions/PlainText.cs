using System.Globalization;
using System.Text;

namespace Zhizhuxia.Submissions;

/// <summary>What people write, as text: without control characters and without marks that turn or hide what is written beside them.</summary>
public static class PlainText
{
    /// <summary>One line: line breaks and runs of blanks become one blank. Null if nothing is left.</summary>
    public static string? Line(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || rune.Value is '\t' or '\n' or '\r')
                Blank(line);
            else if (IsShown(rune))
                line.Append(rune.ToString());
        }
        return OrNull(line);
    }

    /// <summary>Several lines, separated by line feeds, blanks kept. Null if nothing is left.</summary>
    public static string? Block(string? text)
    {
        var block = new StringBuilder();
        foreach (var rune in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || IsShown(rune))
                block.Append(rune.ToString());
        }
        return OrNull(block);
    }

    /// <summary>Length as a reader counts: Unicode code points.</summary>
    public static int Count(string? text) => (text ?? "").EnumerateRunes().Count();

    // Cf (format) holds the bidirectional overrides and zero-width marks; U+200D joins emoji and stays.
    private static bool IsShown(Rune rune) => rune.Value == 0x200D || (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse));

    private static void Blank(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    private static string? OrNull(StringBuilder text) => text.ToString().Trim() is { Length: > 0 } left ? left : null;
}
