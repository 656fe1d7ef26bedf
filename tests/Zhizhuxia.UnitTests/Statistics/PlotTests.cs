using System.Xml.Linq;
using Zhizhuxia.Statistics;

namespace Zhizhuxia.UnitTests.Statistics;

public sealed class PlotTests
{
    private static readonly string[] Heads = ["渠道", "收到", "采用", "备注"];

    public static TheoryData<bool> Shapes => [true, false];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_plot_is_sound_xml_with_a_title_and_its_content_in_words(bool overTime)
    {
        var plot = XElement.Parse(Draw(new("x", "从哪里来", Heads, [new("<script>alert(1)</script>", 7, 2), new("\"&'", 3, 0)]), overTime));

        Assert.Equal("img", plot.Attribute("role")?.Value);
        Assert.Equal("从哪里来", plot.Element("title")?.Value);
        Assert.Contains("收到共 10，采用共 2", plot.Element("desc")?.Value, StringComparison.Ordinal);
        Assert.Equal($"{plot.Element("title")?.Attribute("id")?.Value} {plot.Element("desc")?.Attribute("id")?.Value}", plot.Attribute("aria-labelledby")?.Value);
        Assert.Empty(plot.Descendants("script"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_second_figure_is_drawn_as_its_share_of_the_first(bool overTime)
    {
        var plot = XElement.Parse(Draw(new("x", "t", Heads, [new("甲", 10, 5)]), overTime));
        var side = overTime ? "height" : "width";

        Assert.Equal(Length(plot, "first", side) / 2, Length(plot, "second", side), 1.0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nothing_and_zeros_are_drawn_as_well(bool overTime)
    {
        Assert.NotNull(XElement.Parse(Draw(new("x", "t", Heads, []), overTime)));
        Assert.DoesNotContain(XElement.Parse(Draw(new("x", "t", Heads, [new("甲", 0, 0)]), overTime)).Elements("rect"), bar => bar.Attribute("class")?.Value is "second");
    }

    [Theory]
    [InlineData(1, "2")]
    [InlineData(3, "4")]
    [InlineData(9, "10")]
    [InlineData(11, "20")]
    [InlineData(31, "40")]
    [InlineData(99, "100")]
    [InlineData(123_456, "200000")]
    public void The_scale_ends_at_a_round_figure_above_everything(int most, string ceiling) =>
        Assert.Contains(ceiling, XElement.Parse(ColumnPlot.Of(new("x", "t", Heads, [new("甲", most)]))).Elements("text").Select(text => text.Value));

    private static string Draw(Figure figure, bool overTime) => overTime ? ColumnPlot.Of(figure) : BarPlot.Of(figure);

    private static double Length(XElement plot, string kind, string side) => double.Parse(
        plot.Elements("rect").First(bar => bar.Attribute("class")?.Value == kind).Attribute(side)!.Value.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
}
