using System.Globalization;
using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Makes any words fit to stand in a header: one line, no control, format or line character, not too long.</summary>
public static class HeaderText
{
    /// <summary>
    /// Replaces every run of white space, control characters (CR, LF, NUL, U+0085), separators (U+2028, U+2029), direction
    /// marks and lone surrogates by one space, and cuts what is longer with an ellipsis.
    /// </summary>
    /// <param name="text">A reader's or editor's words.</param>
    /// <param name="longest">Most characters as a person counts them.</param>
    public static string Clean(string text, int longest)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune))
                line.Append(rune);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        var clean = line.ToString().TrimEnd();
        var starts = StringInfo.ParseCombiningCharacters(clean);
        return starts.Length <= longest ? clean : clean[..starts[longest - 1]].TrimEnd() + "…";
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.Format => rune.Value != 0x200D, // U+200D joins emoji
            _ => false,
        };
}
