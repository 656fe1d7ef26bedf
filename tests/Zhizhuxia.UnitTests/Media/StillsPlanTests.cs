using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class StillsPlanTests
{
    private static readonly StillsPlan Minute = StillsPlan.For(Recording.Ordinary().Video);

    [Fact]
    public void Three_stills_are_taken_in_each_of_six_windows()
    {
        Assert.Equal((6, 18, 1280, 720), (Minute.Windows, Minute.Samples, Minute.Width, Minute.Height));
        Assert.Equal(60, Minute.IntervalSeconds * Minute.Samples, 6);
    }

    [Theory]
    [InlineData(1, 30, 2, 6)]
    [InlineData(0.2, 6, 1, 3)]
    [InlineData(30, 2, 2, 2)]
    public void Short_films_get_fewer(double seconds, int frames, int windows, int samples)
    {
        var plan = StillsPlan.For(Recording.Ordinary().Video with { DurationSeconds = seconds, Frames = frames });

        Assert.Equal((windows, samples), (plan.Windows, plan.Samples));
    }

    [Fact]
    public void The_still_with_most_detail_of_each_window_is_a_candidate()
    {
        long[] bytes = [5, 9, 1, 7, 7, 8, 3, 2, 1, 1, 1, 2, 4, 6, 5, 9, 8, 7];

        var chosen = Minute.Choose(bytes, []);

        Assert.Equal(["still-2.jpg", "still-6.jpg", "still-7.jpg", "still-12.jpg", "still-14.jpg", "still-16.jpg"], chosen.Select(still => still.File));
        Assert.Equal(5, chosen[0].AtSeconds);
    }

    [Fact]
    public void Nothing_is_taken_from_where_the_film_is_black()
    {
        var bytes = Enumerable.Repeat(10L, 18).ToArray();

        var chosen = Minute.Choose(bytes, [new(MarkKind.Black, 0, 12), new(MarkKind.Silent, 0, 60)]);

        Assert.Equal(["still-5.jpg", "still-7.jpg", "still-10.jpg", "still-13.jpg", "still-16.jpg"], chosen.Select(still => still.File));
    }

    [Fact]
    public void A_film_that_is_all_black_still_has_a_still() =>
        Assert.Equal([new PosterCandidate("still-1.jpg", 1.667)], Minute.Choose([10, 10, 10], [new(MarkKind.Black, 0, 60)]));

    [Fact]
    public void Where_none_came_out_there_is_none() => Assert.Empty(Minute.Choose([], []));
}
