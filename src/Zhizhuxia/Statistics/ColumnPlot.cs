using System.Globalization;

namespace Zhizhuxia.Statistics;

/// <summary>Columns along time: the first figure, and within it the second.</summary>
public static class ColumnPlot
{
    private const int Top = 20;
    private const int Ground = 180;
    private const int Whole = 204;
    private const int MostLabels = 6;

    public static string Of(Figure figure)
    {
        var most = Ceiling(figure.Rows.Select(row => row.First).DefaultIfEmpty(0).Max());
        var svg = new Svg($"plot-{figure.Key}", figure.Title, figure.InWords, Whole);
        foreach (var level in new[] { 0, most / 2, most }.Distinct())
        {
            var y = Height(level, most);
            svg.Line(level == 0 ? "axis" : "grid", y).Text("scale", 0, y - 4, level.ToString(CultureInfo.InvariantCulture));
        }
        var (left, room) = (0.05, 0.95 / Math.Max(1, figure.Rows.Count));
        foreach (var (row, place) in figure.Rows.Select((row, place) => (row, place)))
        {
            var x = left + (place * room) + (room * 0.14);
            Column(svg, "first", x, room, row.First, most, $"{row.Name}：{figure.Heads[1]} {row.First}");
            Column(svg, "second", x, room, row.Second ?? 0, most, $"{row.Name}：{figure.Heads[2]} {row.Second}");
        }
        foreach (var place in Labelled(figure.Rows.Count))
            svg.Text("scale", left + ((place + 0.5) * room), Whole - 6, figure.Rows[place].Name, Anchor(place, figure.Rows.Count));
        return svg.ToString();
    }

    private static void Column(Svg svg, string kind, double x, double room, int count, int most, string hint)
    {
        if (count > 0)
            svg.Bar(kind, x, Height(count, most), room * 0.72, Ground - Height(count, most), hint);
    }

    private static double Height(int count, int most) => Ground - ((Ground - Top) * (double)count / most);

    /// <summary>Where many columns stand close together, the outer names stay inside.</summary>
    private static string Anchor(int place, int count) => (place, count) switch
    {
        (_, <= MostLabels) => "middle",
        (0, _) => "start",
        _ when place == count - 1 => "end",
        _ => "middle",
    };

    /// <summary>An even, round figure that all fit under.</summary>
    private static int Ceiling(int most)
    {
        foreach (var size in Enumerable.Range(0, 9).Select(power => (int)Math.Pow(10, power)))
            foreach (var step in new[] { 2 * size, 4 * size, 10 * size }.Where(step => step >= most))
                return step;
        return most;
    }

    /// <summary>Evenly spread, the first and the last among them.</summary>
    private static IEnumerable<int> Labelled(int count) => count <= MostLabels
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostLabels).Select(label => label * (count - 1) / (MostLabels - 1));
}
