using System.Globalization;
using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class OutputCheckTests
{
    private static readonly ProbeTrack Good = new()
    {
        Index = 0, Type = "video", Codec = "h264", PixelFormat = "yuv420p", Width = 640, Height = 360, SampleAspectRatio = "1:1",
        ColorSpace = "bt709", ColorTransfer = "bt709", ColorRange = "tv",
    };

    private static readonly ProbeTrack GoodSound = new() { Index = 0, Type = "audio", Codec = "aac", Channels = 2, SampleRate = 48000 };
    private static readonly PlannedOutput Planned = new("360", 640, 360, 30, 120, 1, true, false) { GopFrames = 60 };
    private static readonly PlannedOutput PlannedSound = new("audio", 0, 0, 0, 0, 0, false, true) { SoundSeconds = 4 };

    public static TheoryData<string, Func<ProbeTrack, ProbeTrack>> WrongPictures { get; } = new()
    {
        { "coded as hevc", picture => picture with { Codec = "hevc" } },
        { "640x358 instead of 640x360", picture => picture with { Height = 358 } },
        { "still turned", picture => picture with { Rotation = 90 } },
        { "oblong", picture => picture with { SampleAspectRatio = "16:15" } },
        { "coloured as", picture => picture with { ColorTransfer = "arib-std-b67" } },
        { "coloured as", picture => picture with { ColorSpace = "" } },
        { "coloured as", picture => picture with { ColorRange = "pc" } },
    };

    [Fact]
    public void What_is_as_planned_passes() => Assert.Empty(Check(Good, Frames(120, 60)));

    [Theory]
    [MemberData(nameof(WrongPictures))]
    public void A_wrong_picture_is_named(string difference, Func<ProbeTrack, ProbeTrack> change) =>
        Assert.Contains(Check(change(Good), Frames(120, 60)), found => found.Contains(difference, StringComparison.Ordinal));

    [Fact]
    public void Two_frames_too_few_are_too_few_one_is_not()
    {
        Assert.Empty(Check(Good, Frames(119, 60)));
        Assert.Equal(["118 frames instead of 120"], Check(Good, Frames(118, 60)));
    }

    [Fact]
    public void A_key_frame_off_the_grid_is_found() =>
        Assert.Equal(["frame 50 breaks the grid of key frames every 60"], Check(Good, Frames(120, 50)));

    [Fact]
    public void A_stretch_that_runs_too_slowly_is_found() =>
        Assert.Contains(Check(Good, Frames(120, 60, 1 / 25.0)), found => found.StartsWith("120 frames last 4.8", StringComparison.Ordinal));

    [Fact]
    public void Sound_that_ends_early_is_found()
    {
        Assert.Empty(OutputCheck.Differences(new(PlannedSound, null, GoodSound, Sounds(188, 0))));
        Assert.Contains(OutputCheck.Differences(new(PlannedSound, null, GoodSound, Sounds(96, 0))), found => found.StartsWith("sound of 2.05 s instead of 4.00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-0.0213, false)] // a decoder's run-in
    [InlineData(0.018, false)]
    [InlineData(0.03, true)]
    [InlineData(-0.06, true)]
    public void Sound_and_picture_begin_within_20_milliseconds(double sound, bool wrong)
    {
        var differences = OutputCheck.Starts([new(Planned, Good, null, Frames(120, 60)), new(PlannedSound, null, GoodSound, Sounds(188, sound))]);

        Assert.Equal(wrong, differences.Any());
    }

    private static IEnumerable<string> Check(ProbeTrack picture, PacketTable packets) => OutputCheck.Differences(new(Planned, picture, null, packets));

    private static PacketTable Frames(int count, int keyEvery, double interval = 1 / 30.0) =>
        Table(count, frame => string.Create(CultureInfo.InvariantCulture, $"0,{frame * interval:0.000000},N/A,{interval:0.000000},1000,{(frame % keyEvery == 0 ? "K_" : "__")}"));

    private static PacketTable Sounds(int count, double start) =>
        Table(count, packet => string.Create(CultureInfo.InvariantCulture, $"0,{start + packet * 1024 / 48000.0:0.000000},N/A,0.021333,300,K_"));

    private static PacketTable Table(int count, Func<int, string> line)
    {
        var table = new PacketTable(1_000_000);
        for (var number = 0; number < count; number++)
            table.AddLine(line(number));
        return table;
    }
}
