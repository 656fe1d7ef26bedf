using System.Text;
using Zhizhuxia.Statistics;

namespace Zhizhuxia.UnitTests.Statistics;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86138")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("　=1")]
    [InlineData("\r\n=1")]
    [InlineData("＝HYPERLINK(1)")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠x")]
    public void No_cell_is_ever_a_formula(string words) => Assert.StartsWith("\"'", Csv.Text(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("网页", "\"网页\"")]
    [InlineData("他说\"好\"", "\"他说\"\"好\"\"\"")]
    [InlineData("", "\"\"")]
    [InlineData("3-5 分钟", "\"3-5 分钟\"")]
    public void Ordinary_words_stay_as_they_are(string words, string cell) => Assert.Equal(cell, Csv.Text(words));

    [Fact]
    public void A_file_has_the_mark_of_its_encoding_and_the_columns_that_are_used()
    {
        var file = Csv.Of(new("channels", "从哪里来", ["渠道", "收到", "采用", "备注"], [new("网页", 12, 3), new("电话", 1, 0)]));

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("\"渠道\",\"收到\",\"采用\"\r\n\"网页\",12,3\r\n\"电话\",1,0\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public void A_day_has_its_year()
    {
        var file = Csv.Of(new("time", "每日收到和采用", ["日", "收到", "采用", ""], [new("3-1", 12, 3) { Begins = new(2026, 3, 1) }]));

        Assert.Contains("\r\n2026-03-01,12,3\r\n", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }
}
