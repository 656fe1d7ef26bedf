using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class StretchReaderTests
{
    private const double Film = 12;

    [Fact]
    public void Black_begins_and_ends_and_what_is_black_at_the_end_lasts_to_the_end() =>
        Assert.Equal([new(MarkKind.Black, 0, 2), new(MarkKind.Black, 11.4, 12)], Read(StretchReader.Black(), Recording.Lines("findings-picture")));

    [Fact]
    public void A_picture_that_stands_still_is_marked() =>
        Assert.Equal([new(MarkKind.Frozen, 0, 2), new(MarkKind.Frozen, 5, 9)], Read(StretchReader.Frozen(), Recording.Lines("findings-picture")));

    [Fact]
    public void Silence_is_marked() =>
        Assert.Equal([new(MarkKind.Silent, 4.017, 7.012)], Read(StretchReader.Silent(), Recording.Lines("findings-silence")));

    [Fact]
    public void A_flash_is_no_news() =>
        Assert.Empty(Read(StretchReader.Black(), "lavfi.black_start=3", "lavfi.black_end=3.2"));

    [Theory]
    [InlineData("lavfi.black_start=nan", "lavfi.black_end=inf")]
    [InlineData("lavfi.black_start=", "lavfi.black_end=")]
    [InlineData("lavfi.black_start=1e99", "lavfi.black_end=2e99")]
    [InlineData("lavfi.black_start=900", "lavfi.black_end=990")]
    [InlineData("lavfi.black_start.9=1", "lavfi.black_end=5")]
    [InlineData("lavfi.black_start", "lavfi.black_end")]
    [InlineData("lavfi.black_end=5", "")]
    [InlineData("lavfi.black_start=8", "lavfi.black_end=3")]
    public void What_is_no_stretch_of_the_film_is_passed_over(string begin, string end) =>
        Assert.Empty(Read(StretchReader.Black(), begin, end));

    [Fact]
    public void Negative_times_are_the_beginning_and_late_ones_the_end() =>
        Assert.Equal([new(MarkKind.Black, 0, 12)], Read(StretchReader.Black(), "lavfi.black_start=-0.02", "lavfi.black_end=13"));

    [Fact]
    public void Of_a_film_that_flickers_for_hours_only_the_longest_are_kept()
    {
        var reader = StretchReader.Black();
        for (var at = 0; at < 10_000; at++)
        {
            reader.Read($"lavfi.black_start={at}");
            reader.Read(at == 7000 ? "lavfi.black_end=7000.9" : $"lavfi.black_end={at}.5");
        }

        var marks = reader.Finish(20_000);

        Assert.Equal(StretchReader.Most, marks.Count);
        Assert.Contains(new Mark(MarkKind.Black, 7000, 7000.9), marks);
        Assert.Equal(marks.OrderBy(mark => mark.FromSeconds), marks);
    }

    [Fact]
    public void A_black_picture_is_not_called_frozen_as_well()
    {
        Mark[] frozen = [new(MarkKind.Frozen, 0, 2), new(MarkKind.Frozen, 5, 12), new(MarkKind.Frozen, 20, 30)];
        Mark[] black = [new(MarkKind.Black, 0, 2), new(MarkKind.Black, 7, 8), new(MarkKind.Black, 11.5, 14), new(MarkKind.Black, 19, 29.5)];

        Assert.Equal([new(MarkKind.Frozen, 5, 7), new(MarkKind.Frozen, 8, 11.5)], Stretches.Without(frozen, black));
    }

    private static IReadOnlyList<Mark> Read(StretchReader reader, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            reader.Read(line);
        return reader.Finish(Film);
    }
}
