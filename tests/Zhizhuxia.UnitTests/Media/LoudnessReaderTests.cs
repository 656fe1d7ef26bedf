using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class LoudnessReaderTests
{
    [Fact]
    public void The_last_measurement_counts() =>
        Assert.Equal(new Loudness(-21.917, -20.72, 7.9), Read(Recording.Lines("findings-loudness")));

    [Fact]
    public void Silence_lies_at_the_floor() =>
        Assert.Equal(new Loudness(Loudness.Nothing, -60, 0), Read("lavfi.r128.I=-70.000", "lavfi.r128.LRA=0.000", "lavfi.r128.true_peak=0.000"));

    [Fact]
    public void What_is_no_number_is_passed_over() =>
        Assert.Equal(new Loudness(-23, -6.02, 5), Read("lavfi.r128.I=-23", "lavfi.r128.LRA=5", "lavfi.r128.true_peak=0.5", "lavfi.r128.I=nan", "lavfi.r128.true_peak=-inf", "lavfi.r128.LRA="));

    [Fact]
    public void Nonsense_is_held_within_what_a_meter_shows() =>
        Assert.Equal(new Loudness(20, 20, 100), Read("lavfi.r128.I=9e9", "lavfi.r128.LRA=9e9", "lavfi.r128.true_peak=9e9"));

    [Fact]
    public void A_film_without_measurement_has_no_loudness() => Assert.Null(Read("frame:1 pts:1 pts_time:0.1"));

    private static Loudness? Read(params IEnumerable<string> lines)
    {
        var reader = new LoudnessReader();
        foreach (var line in lines)
            reader.Read(line);
        return reader.Finish();
    }
}
