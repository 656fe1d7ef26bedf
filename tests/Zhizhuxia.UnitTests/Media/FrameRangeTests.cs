using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class FrameRangeTests
{
    private static readonly LadderOrder Plain = new(AiLabel.None, 0);
    private static readonly MediaOptions Options = new();

    [Fact]
    public void A_short_film_stays_in_one_piece() =>
        Assert.Equal([new FrameRange(0, 0, null)], Cut(Film(20, 30)));

    [Theory]
    [InlineData(3600, 30)]
    [InlineData(3600, 29.97002997)]
    [InlineData(1234.5, 59.94005994)]
    [InlineData(605, 25)]
    [InlineData(700, 28.03)]
    public void Ranges_follow_each_other_without_a_gap_on_the_grid_of_key_frames(double seconds, double rate)
    {
        var film = Film(seconds, rate);
        var shape = LadderShape.Of(film, Plain);
        var ranges = Cut(film);

        Assert.True(ranges.Count > 1);
        foreach (var (range, next) in ranges.Zip(ranges.Skip(1)))
        {
            Assert.Equal(next.First, range.First + range.Count);
            Assert.Equal(0, next.First % shape.Rungs[^1].GopFrames);
        }
        Assert.Null(ranges[^1].Count);
        Assert.Equal(Enumerable.Range(0, ranges.Count), ranges.Select(range => range.Number));
        Assert.All(ranges.SkipLast(1), range => Assert.InRange(range.Count!.Value / shape.SlowestRate.PerSecond, 55, 65));
        Assert.InRange(seconds - ranges[^1].StartSeconds(shape.SlowestRate), 25, 95);
    }

    [Fact]
    public void The_frames_of_all_ranges_are_those_of_the_film()
    {
        var film = Film(3600, 59.94005994);
        var whole = LadderPlan.Outputs(film, LadderShape.Of(film, Plain)).Where(output => output.HasPicture).ToList();
        var parts = Cut(film).Select(range => RangePlan.Pictures(film, Plain, range, Options).Outputs).ToList();

        Assert.All(whole, output => Assert.Equal(output.Frames, parts.Sum(part => part.Single(one => one.Name == output.Name).Frames)));
    }

    [Fact]
    public void A_file_in_which_one_cannot_seek_is_not_cut() =>
        Assert.Single(Cut(Film(3600, 30) with { Container = "mpegts" }));

    [Fact]
    public void Key_frames_that_are_none_are_not_cut_at() =>
        Assert.Single(Cut(Film(3600, 30) with { Video = Film(3600, 30).Video with { Codec = "h263" } }));

    [Fact]
    public void A_film_of_an_uneven_rate_is_cut_as_any_other() =>
        Assert.True(Cut(Film(3600, 30) with { Video = Film(3600, 30).Video with { IsVariable = true } }).Count > 40);

    [Fact]
    public void A_range_is_encoded_as_the_whole_is()
    {
        var film = Film(3600, 30);
        var whole = Encoders(LadderPlan.For(film, Plain, Options));

        Assert.Contains(whole, said => said.StartsWith("-x264-params partitions=", StringComparison.Ordinal));
        Assert.Equal(whole, Encoders(RangePlan.Pictures(film, Plain, Cut(film)[1], Options)));

        // What is said to the encoders, size by size, whichever number the size's stream has.
        static List<string> Encoders(TranscodePlan plan) =>
            [.. plan.Arguments.Zip(plan.Arguments.Skip(1), (name, value) => (Name: name.Split(':'), Value: value)).Where(said => said.Name is [_, "v", _]).Select(said => $"{said.Name[0]} {said.Value}")];
    }

    [Fact]
    public void A_range_reads_from_before_its_start_and_keeps_the_films_own_time()
    {
        var film = Film(3600, 30);
        var second = Cut(film)[1];
        var line = string.Join(' ', RangePlan.Pictures(film, Plain, second, Options).Arguments);

        Assert.Contains("-copyts -start_at_zero -noaccurate_seek", line, StringComparison.Ordinal);
        Assert.Contains("-ss 59.75 -i /in/src", line, StringComparison.Ordinal);
        Assert.Contains("fps=fps=30/1:start_time=0,trim=start_frame=1800:end_frame=3600", line, StringComparison.Ordinal);
        Assert.DoesNotContain("drawtext", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_copied_top_ranges_begin_at_its_key_frames()
    {
        var film = Film(3600, 30);
        var keys = Enumerable.Range(0, 1440).Select(number => number * 2.5).ToList();
        var copyable = film with
        {
            Video = film.Video with { Profile = "High", Level = 40, BitsPerSecond = 5_000_000, PeakBitsPerSecond = 9_000_000, KeyFrames = 1440, IsGopClosed = true, LongestGopSeconds = 2.5, KeyFrameSeconds = keys },
        };
        var ranges = Cut(copyable);

        Assert.True(LadderShape.Of(copyable, Plain).IsTopCopied);
        Assert.True(ranges.Count > 40);
        Assert.All(ranges, range => Assert.Contains(range.First / 30.0, keys));
    }

    [Fact]
    public void The_join_copies_and_never_encodes()
    {
        var plan = RangePlan.Join(Film(3600, 30), Plain, Sandbox.PartPath("sound.mp4"), Options);

        Assert.Contains("-c copy", string.Join(' ', plan.Arguments), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Arguments, argument => argument is "libx264" or "aac");
        Assert.Equal("ffconcat version 1.0\nfile 720-0.mp4\nduration 60\nfile 720-1.mp4\n",
            RangePlan.ListOf(Rung.Ladder(Film(10, 30).Video)[1], [("720-0.mp4", 1800), ("720-1.mp4", null)]));
    }

    private static IReadOnlyList<FrameRange> Cut(VideoFacts film) => FrameRange.Cut(film, LadderShape.Of(film, Plain), Options);

    private static VideoFacts Film(double seconds, double rate)
    {
        var ordinary = Recording.Ordinary();
        return ordinary with
        {
            DurationSeconds = seconds,
            Video = ordinary.Video with { DurationSeconds = seconds, FrameRate = rate, AverageFrameRate = rate, Frames = (int)(seconds * rate) },
        };
    }
}
