using System.Text;

namespace Zhizhuxia.Web.Review;

/// <summary>A table as comma-separated text (RFC 4180). A reader's words stay words: what a spreadsheet would take for a formula gets a quote before it.</summary>
public static class CsvText
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    public static string Of(IEnumerable<IEnumerable<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    private static string Cell(string words)
    {
        var safe = words.TrimStart(' ', '\u3000') is { Length: > 0 } start && Formula.Contains(start[0], StringComparison.Ordinal) ? "'" + words : words;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
