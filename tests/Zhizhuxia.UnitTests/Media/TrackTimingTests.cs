using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class TrackTimingTests
{
    [Theory]
    [InlineData(0.09, false)]
    [InlineData(0.12, true)]
    public void Intervals_that_differ_by_more_than_a_tenth_of_the_median_are_variable(double share, bool variable)
    {
        var timing = Timing(share)!;

        Assert.Equal(variable, timing.IsVariable);
        Assert.Equal(share * timing.MedianIntervalSeconds, timing.P95IntervalSeconds - timing.P5IntervalSeconds, 0.001);
    }

    [Fact]
    public void The_rate_is_that_of_ordinary_neighbours_and_no_rounded_average()
    {
        // 29.97 fps with every fifteenth frame lost: the average is about 28.
        var packets = Enumerable.Range(0, 300).Where(at => at % 15 != 7).Select(at => new Packet(at * 1001 / 30000.0, 0, 100, at == 0));
        var timing = TrackTiming.Of([.. packets], isPicture: true)!;

        Assert.Equal(29.97, timing.NominalRate, 0.01);
        Assert.InRange(timing.AverageRate, 27.5, 28.3);
    }

    [Fact]
    public void The_packets_tell_key_frames_their_longest_distance_and_the_peak()
    {
        var packets = Enumerable.Range(0, 300).Select(at => new Packet(at / 30.0, 1 / 30f, at is >= 100 and < 160 ? 10_000 : 1_000, at is 0 or 30 or 150)).ToArray();
        var timing = TrackTiming.Of(packets, isPicture: true)!;

        Assert.Equal([0, 1, 5], timing.KeyFrameSeconds);
        Assert.Equal(5.0, timing.LongestGopSeconds, 0.001); // from 5 s to the end
        Assert.InRange(timing.PeakBitsPerSecond, 60 * 10_000 * 8 / 2, 61 * 10_000 * 8 / 2);
        Assert.Equal((300, 10.0), (timing.Frames, Math.Round(timing.EndSeconds, 3)));
    }

    // 2 of 10 intervals are longer by the share, so that the percentiles see them.
    private static TrackTiming? Timing(double share)
    {
        var packets = new List<Packet>();
        var at = 0.0;
        for (var number = 0; number < 100; number++)
        {
            packets.Add(new Packet(at, 0, 100, number == 0));
            at += number % 10 < 2 ? 0.04 * (1 + share) : 0.04;
        }
        return TrackTiming.Of(packets, isPicture: true);
    }
}
