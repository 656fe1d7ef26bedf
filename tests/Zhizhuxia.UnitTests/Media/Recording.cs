using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

/// <summary>Recorded output of ffprobe and ffmpeg; see Recorded/README.md for its origins.</summary>
internal static class Recording
{
    public static readonly MediaOptions Options = new();

    public static ProbeReport Report(string name) => ProbeReport.Parse(Read(name, "json"))!;

    /// <summary>The recorded JSON with a part of it changed, for what no clip at hand shows.</summary>
    public static ProbeReport Report(string name, string part, string instead)
    {
        var json = Read(name, "json");
        Assert.Contains(part, json, StringComparison.Ordinal);
        return ProbeReport.Parse(json.Replace(part, instead, StringComparison.Ordinal))!;
    }

    public static PacketTable Packets(string name) => Table(Read(name, "csv").Split('\n'));

    public static PacketTable Table(IEnumerable<string> lines)
    {
        var table = new PacketTable(Options.MaxPackets);
        foreach (var line in lines)
            table.AddLine(line);
        return table;
    }

    public static IReadOnlyList<string> Lines(string name) => Read(name, "txt").Split('\n');

    public static Judgement Judge(string name) => new FactsJudge(Options).Judge(Report(name), Packets(name), 1_000_000);

    public static VideoFacts Facts(string name) => Judge(name).Facts!;

    /// <summary>The facts of an ordinary phone clip: 1080p30, H.264, stereo, 60 s.</summary>
    public static VideoFacts Ordinary() => new()
    {
        Container = "mov",
        FileBytes = 90_000_000,
        DurationSeconds = 60,
        Video = new VideoTrack
        {
            Index = 0,
            Codec = "h264",
            PixelFormat = "yuv420p",
            BitDepth = 8,
            CodedWidth = 1920,
            CodedHeight = 1080,
            DisplayWidth = 1920,
            DisplayHeight = 1080,
            PixelAspect = 1,
            RotationDegrees = 0,
            Frames = 1800,
            FrameRate = 30,
            AverageFrameRate = 30,
            IsVariable = false,
            IsInterlaced = false,
            Hdr = Hdr.None,
            LeadInSeconds = 0,
            DurationSeconds = 60,
            BitsPerSecond = 12_000_000,
            PeakBitsPerSecond = 15_000_000,
            LongestGopSeconds = 1,
        },
        Audio = new AudioTrack { Index = 1, Codec = "aac", Channels = 2, SampleRateHz = 48000, LeadInSeconds = 0, DurationSeconds = 60 },
        VideoTracks = 1,
        AudioTracks = 1,
        PlayableInBrowser = true,
        HasLocation = false,
    };

    private static string Read(string name, string ending) =>
        File.ReadAllText(Path.Combine(Sources.Root, "tests", "Zhizhuxia.UnitTests", "Media", "Recorded", $"{name}.{ending}"));
}
