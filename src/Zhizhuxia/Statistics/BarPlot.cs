using System.Globalization;

namespace Zhizhuxia.Statistics;

/// <summary>Names with bars: the first figure, and within it the second.</summary>
public static class BarPlot
{
    private const int RowHeight = 44;
    private const int LongestName = 22;

    public static string Of(Figure figure)
    {
        var most = Math.Max(1, figure.Rows.Select(row => row.First).DefaultIfEmpty(1).Max());
        var svg = new Svg($"plot-{figure.Key}", figure.Title, figure.InWords, Math.Max(1, figure.Rows.Count) * RowHeight);
        foreach (var (row, place) in figure.Rows.Select((row, place) => (row, place)))
        {
            double top = place * RowHeight;
            svg.Text("name", 0, top + 15, Short(row.Name)).Text("value", 1, top + 15, Figures(row), "end");
            svg.Bar("ground", 0, top + 23, 1, 10);
            svg.Bar("first", 0, top + 23, (double)row.First / most, 10, $"{row.Name}：{figure.Heads[1]} {row.First}");
            if (row.Second is > 0 and { } second)
                svg.Bar("second", 0, top + 23, (double)second / most, 10, $"{row.Name}：{figure.Heads[2]} {second}");
        }
        return svg.ToString();
    }

    private static string Figures(FigureRow row) => string.Join(" · ", new[]
    {
        row.Second is { } second ? string.Create(CultureInfo.InvariantCulture, $"{second} / {row.First}") : row.First.ToString(CultureInfo.InvariantCulture), row.Note,
    }.Where(words => words is not null));

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
