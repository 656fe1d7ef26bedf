using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class StoryboardTests
{
    /// <summary>Seconds, pictures, columns, rows, sheets.</summary>
    public static TheoryData<double, int, int, int, int> Lengths => new()
    {
        { 1, 5, 5, 1, 1 },
        { 4.9, 5, 5, 1, 1 },
        { 12.5, 12, 10, 2, 1 },
        { 100, 100, 10, 10, 1 },
        { 1800, 100, 10, 10, 1 },
        { 3000, 150, 10, 10, 2 },
        { 10_800, 300, 10, 10, 3 },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_interval_grows_with_the_film(double seconds, int pictures, int columns, int rows, int sheets)
    {
        var board = Storyboard.For(Film(seconds));

        Assert.Equal((pictures, columns, rows, sheets), (board.Pictures, board.Columns, board.Rows, board.Sheets));
        Assert.Equal(seconds, board.IntervalSeconds * board.Pictures, 6);
        Assert.True(seconds < 5 || board.IntervalSeconds >= 1);
    }

    [Theory]
    [InlineData(1920, 1080, 160, 90)]
    [InlineData(1080, 1920, 90, 160)]
    [InlineData(1080, 2340, 74, 160)]
    [InlineData(320, 240, 160, 120)]
    [InlineData(4000, 20, 160, 2)]
    public void The_long_edge_decides_the_size_of_a_picture(int width, int height, int tileWidth, int tileHeight)
    {
        var board = Storyboard.For(Film(60) with { DisplayWidth = width, DisplayHeight = height });

        Assert.Equal((tileWidth, tileHeight), (board.TileWidth, board.TileHeight));
    }

    [Fact]
    public void There_are_no_more_pictures_than_the_film_has() =>
        Assert.Equal((2, 2, 1), Storyboard.For(Film(30) with { Frames = 2 }) is var board ? (board.Pictures, board.Columns, board.Rows) : default);

    [Fact]
    public void The_list_points_at_the_right_place_of_the_right_sheet()
    {
        var lines = Storyboard.For(Film(3000)).ToWebVtt().Split('\n');

        Assert.Equal(["WEBVTT", "", "00:00:00.000 --> 00:00:20.000", "sheet-1.jpg#xywh=0,0,160,90"], lines[..4]);
        Assert.Equal(["00:03:40.000 --> 00:04:00.000", "sheet-1.jpg#xywh=160,90,160,90"], lines[(2 + 11 * 3)..(4 + 11 * 3)]);
        Assert.Equal(["00:49:40.000 --> 00:50:00.000", "sheet-2.jpg#xywh=1440,360,160,90"], lines[(2 + 149 * 3)..(4 + 149 * 3)]);
        Assert.Equal(150, lines.Count(line => line.Contains("-->", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sheets_that_did_not_come_out_are_not_listed()
    {
        var board = Storyboard.For(Film(3000));

        Assert.Equal((100, 1), board.Cut(1) is { } short_ ? (short_.Pictures, short_.Sheets) : default);
        Assert.Equal(board, board.Cut(2));
        Assert.Null(board.Cut(0));
    }

    private static VideoTrack Film(double seconds) =>
        Recording.Ordinary().Video with { DurationSeconds = seconds, Frames = (int)Math.Ceiling(seconds * 30) };
}
