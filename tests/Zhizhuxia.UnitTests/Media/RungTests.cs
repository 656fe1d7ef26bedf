using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class RungTests
{
    [Theory]
    [InlineData(1920, 1080, "1920x1080 1280x720 854x480 640x360")]
    [InlineData(1080, 1920, "1080x1920 720x1280 480x854 360x640")]
    [InlineData(3840, 2160, "1920x1080 1280x720 854x480 640x360")]
    [InlineData(1280, 720, "1280x720 854x480 640x360")]
    [InlineData(1422, 800, "1422x800 854x480 640x360")]
    [InlineData(720, 406, "720x406")]
    [InlineData(640, 400, "640x400")]
    [InlineData(640, 424, "640x424 544x360")]
    [InlineData(192, 144, "192x144")]
    [InlineData(321, 241, "320x240")]
    [InlineData(1080, 2340, "1080x2340 720x1560 480x1040 360x780")]
    public void The_short_edge_decides_and_nothing_is_enlarged(int width, int height, string sizes)
    {
        var video = Recording.Ordinary().Video with { DisplayWidth = width, DisplayHeight = height };

        Assert.Equal(sizes, string.Join(' ', Rung.Ladder(video).Select(rung => $"{rung.Width}x{rung.Height}")));
    }

    [Fact]
    public void Sixty_frames_stay_on_the_upper_rungs_only()
    {
        var rungs = Rung.Ladder(Recording.Ordinary().Video with { FrameRate = 59.94 });

        Assert.Equal([10500, 4500, 1400, 800], rungs.Select(rung => rung.MaxKilobits));
        Assert.Equal(["60000/1001", "60000/1001", "60000/2002", "60000/2002"], rungs.Select(rung => rung.Rate.ToString()));
    }

    [Theory]
    [InlineData("h264", 12_000_000, 15_000_000, "7000 3000 1400 800")]
    [InlineData("h264", 1_800_000, 2_000_000, "2700 2700 1400 800")]
    [InlineData("hevc", 1_400_000, 1_500_000, "4200 3000 1400 800")]
    [InlineData("h264", 1_000_000, 5_000_000, "5000 3000 1400 800")]
    [InlineData("h264", 50_000, 60_000, "2333 1000 466 266")]
    [InlineData("h264", 0, 0, "7000 3000 1400 800")]
    public void The_ceiling_follows_what_the_film_itself_has_on_average_and_at_its_peak(string codec, int average, int peak, string kilobits)
    {
        var rungs = Rung.Ladder(Recording.Ordinary().Video with { Codec = codec, BitsPerSecond = average, PeakBitsPerSecond = peak });

        Assert.Equal(kilobits, string.Join(' ', rungs.Select(rung => rung.MaxKilobits)));
    }

    [Theory]
    [InlineData(30, "8000 4000 1866 1066")]
    [InlineData(60, "12000 6000 1866 1066")]
    public void A_copied_picture_may_have_a_third_more(double rate, string kilobits) => Assert.Equal(
        kilobits, string.Join(' ', Rung.Ladder(Recording.Ordinary().Video with { FrameRate = rate }).Select(rung => rung.CopyKilobits)));

    [Theory]
    [InlineData(29.9703, false, 60, "30000/1001")]
    [InlineData(30.0, false, 60, "30/1")]
    [InlineData(28.03, false, 60, "280300/10000")]
    [InlineData(28.03, true, 60, "30000/1001")]
    [InlineData(14.7, true, 60, "24000/1001")]
    [InlineData(239.9, false, 60, "2399000/40000")]
    [InlineData(120, false, 60, "1200000/20000")]
    [InlineData(50, false, 30, "50/2")]
    [InlineData(8.8, false, 30, "88000/10000")]
    public void A_steady_rate_is_kept_a_variable_one_made_standard_a_high_one_halved(double rate, bool variable, double limit, string expected) =>
        Assert.Equal(expected, OutputRate.For(Recording.Ordinary().Video with { FrameRate = rate, IsVariable = variable }, limit).ToString());

    [Fact]
    public void Editors_review_540_on_the_short_edge_at_most_30_frames()
    {
        var rung = Rung.Proxy(Recording.Ordinary().Video with { DisplayWidth = 1080, DisplayHeight = 1920, FrameRate = 60 });

        Assert.Equal((540, 960, "60/2"), (rung.Width, rung.Height, rung.Rate.ToString()));
    }
}
