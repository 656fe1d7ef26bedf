using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class CopyRuleTests
{
    private static readonly LadderOrder Plain = new(AiLabel.None, 0);

    /// <summary>Each thing that forbids a copy, alone.</summary>
    public static TheoryData<string, Func<VideoTrack, VideoTrack>> Forbidden { get; } = new()
    {
        { "codec, profile or level", video => video with { Codec = "hevc" } },
        { "codec, profile or level", video => video with { Profile = "High 10" } },
        { "codec, profile or level", video => video with { Level = 51 } },
        { "pixel format or range", video => video with { PixelFormat = "yuv422p" } },
        { "pixel format or range", video => video with { IsFullRange = true } },
        { "interlaced", video => video with { IsInterlaced = true } },
        { "colour", video => video with { ColorMatrix = "bt470bg" } },
        { "colour", video => video with { ColorTransfer = "arib-std-b67" } },
        { "oblong pixels", video => video with { PixelAspect = 1.0667 } },
        { "rotation", video => video with { RotationDegrees = 180 } },
        { "rotation", video => video with { IsMirrored = true } },
        { "size", video => video with { CodedWidth = 3840, CodedHeight = 2160, DisplayWidth = 3840, DisplayHeight = 2160 } },
        { "frame rate", video => video with { IsVariable = true } },
        { "frame rate", video => video with { FrameRate = 120 } },
        { "key frames", video => video with { LongestGopSeconds = 10 } },
        { "key frames", video => video with { IsGopClosed = false } },
        { "key frames", video => video with { KeyFrames = 1800 } },
        { "bit rate", video => video with { BitsPerSecond = 8_100_000 } },
        { "bit rate", video => video with { PeakBitsPerSecond = 17_000_000 } },
        { "edit list", video => video with { EditedAwayPackets = 3 } },
        { "edit list", video => video with { LeadInSeconds = 0.5 } },
    };

    [Fact]
    public void A_phone_film_that_every_browser_plays_is_copied() => Assert.Empty(CopyRule.Obstacles(Copyable(), Plain));

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void One_thing_alone_forbids_the_copy(string obstacle, Func<VideoTrack, VideoTrack> change) =>
        Assert.Contains(obstacle, CopyRule.Obstacles(Copyable() with { Video = change(Copyable().Video) }, Plain));

    [Fact]
    public void A_notice_a_shifted_time_line_damage_or_an_old_container_forbid_it_as_well()
    {
        Assert.Equal(["a notice is to be shown"], CopyRule.Obstacles(Copyable(), new LadderOrder(AiLabel.Certain, 0)));
        Assert.Equal(["edit list"], CopyRule.Obstacles(Copyable() with { TimelineShiftSeconds = 0.4 }, Plain));
        Assert.Equal(["damage"], CopyRule.Obstacles(Copyable() with { Warnings = [MediaWarnings.Truncated] }, Plain));
        Assert.Equal(["container"], CopyRule.Obstacles(Copyable() with { Container = "mpegts" }, Plain));
    }

    [Fact]
    public void A_smaller_picture_may_have_fewer_bits()
    {
        var small = Copyable().Video with { CodedWidth = 1280, CodedHeight = 720, DisplayWidth = 1280, DisplayHeight = 720, PeakBitsPerSecond = 6_000_000 };

        Assert.Empty(CopyRule.Obstacles(Copyable() with { Video = small with { BitsPerSecond = 3_900_000 } }, Plain));
        Assert.Equal(["bit rate"], CopyRule.Obstacles(Copyable() with { Video = small with { BitsPerSecond = 4_100_000 } }, Plain));
    }

    [Fact]
    public void A_copied_top_is_copied_and_only_the_rest_encoded()
    {
        var plan = LadderPlan.For(Copyable(), Plain, new MediaOptions());
        var line = string.Join(' ', plan.Arguments);

        Assert.Contains("-map 0:0 -map [v1]", line, StringComparison.Ordinal);
        Assert.Contains("-c:v:0 copy -bsf:v:0 filter_units=remove_types=6", line, StringComparison.Ordinal);
        Assert.DoesNotContain("-c:v:0 libx264", line, StringComparison.Ordinal);
        Assert.Contains("-force_key_frames:v:1 source", line, StringComparison.Ordinal);
        Assert.StartsWith("[0:0]fps=fps=30/1:start_time=0,scale=1280:720", plan.Arguments[plan.Arguments.ToList().IndexOf("-filter_complex") + 1], StringComparison.Ordinal);
        Assert.Equal([true, false, false, false, false], plan.Outputs.Select(output => output.IsCopied));
    }

    private static VideoFacts Copyable()
    {
        var ordinary = Recording.Ordinary();
        return ordinary with
        {
            Video = ordinary.Video with
            {
                Profile = "High",
                Level = 40,
                BitsPerSecond = 7_500_000,
                PeakBitsPerSecond = 12_000_000,
                KeyFrames = 60,
                IsGopClosed = true,
                KeyFrameSeconds = [.. Enumerable.Range(0, 60).Select(second => (double)second)],
            },
        };
    }
}
