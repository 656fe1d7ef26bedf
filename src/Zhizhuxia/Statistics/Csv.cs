using System.Globalization;
using System.Text;

namespace Zhizhuxia.Statistics;

/// <summary>A table as a file that spreadsheets open (RFC 4180), UTF-8 with its mark. No cell is ever a formula: what begins as one gets a quote before it.</summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r\n＝＋－＠|%";

    public static byte[] Of(Figure figure)
    {
        var lines = new List<IEnumerable<string>> { figure.UsedHeads.Select(Text) };
        lines.AddRange(figure.Rows.Select(row => Cells(figure, row)));
        var text = string.Join("\r\n", lines.Select(cells => string.Join(',', cells))) + "\r\n";
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A cell of words.</summary>
    public static string Text(string words)
    {
        var begin = words.TrimStart(' ', '\u3000', '\u00a0');
        var cell = begin.Length > 0 && Formula.Contains(begin[0], StringComparison.Ordinal) ? "'" + words : words;
        return $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string> Cells(Figure figure, FigureRow row)
    {
        yield return row.Begins?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Text(row.Name);
        yield return row.First.ToString(CultureInfo.InvariantCulture);
        if (figure.HasSecond)
            yield return row.Second?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (figure.HasNote)
            yield return Text(row.Note ?? "");
    }
}
