using System.Globalization;
using System.Net;
using System.Text;

namespace Zhizhuxia.Statistics;

/// <summary>Writes a drawing as SVG 1.1. Widths are shares of the place it gets, heights pixels, so that words keep their size on every screen; colours are classes.</summary>
public sealed class Svg
{
    private readonly StringBuilder _drawing = new();

    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="inWords">What there is to see, for who does not.</param>
    /// <param name="height">Pixels.</param>
    public Svg(string id, string title, string inWords, int height)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"""<svg class="plot" width="100%" height="{height}" role="img" aria-labelledby="{Escaped(id)}-title {Escaped(id)}-desc">""")
            .Append(CultureInfo.InvariantCulture, $"""<title id="{Escaped(id)}-title">{Escaped(title)}</title><desc id="{Escaped(id)}-desc">{Escaped(inWords)}</desc>""");
    }

    /// <param name="x">0 to 1 of the width.</param>
    /// <param name="y">Pixels from the top.</param>
    /// <param name="width">0 to 1 of the width.</param>
    /// <param name="hint">Shown when a pointer rests on it.</param>
    public Svg Bar(string kind, double x, double y, double width, double height, string? hint = null)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"""<rect class="{kind}" x="{Share(x)}" y="{Pixels(y)}" width="{Share(width)}" height="{Pixels(height)}" rx="1.5">""");
        if (hint is not null)
            _drawing.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(hint)}</title>");
        _drawing.Append("</rect>");
        return this;
    }

    public Svg Line(string kind, double y)
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"""<line class="{kind}" x1="0" x2="100%" y1="{Pixels(y)}" y2="{Pixels(y)}"/>""");
        return this;
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="y">Pixels from the top to the line the words stand on.</param>
    public Svg Text(string kind, double x, double y, string words, string anchor = "start")
    {
        _drawing.Append(CultureInfo.InvariantCulture, $"""<text class="{kind}" x="{Share(x)}" y="{Pixels(y)}" text-anchor="{anchor}">{Escaped(words)}</text>""");
        return this;
    }

    /// <summary>The whole drawing, to be put into a page.</summary>
    public override string ToString() => $"{_drawing}</svg>";

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.###}%");

    private static string Pixels(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escaped(string words) => WebUtility.HtmlEncode(words);
}
