using System.Text.Json;
using System.Text.Json.Serialization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>High dynamic range of a picture.</summary>
public enum Hdr
{
    /// <summary>Ordinary picture.</summary>
    None,
    /// <summary>SMPTE ST 2084 (HDR10).</summary>
    Pq,
    /// <summary>ARIB STD-B67 (most phones).</summary>
    Hlg,
}

/// <summary>
/// All that is known about a reader's film: measured once from its packets and kept as JSON, never probed again.
/// Holds nothing that tells where or on whose device it was made; that is in <see cref="RestrictedTags"/>.
/// </summary>
public sealed record VideoFacts
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>First name of the container, for example <c>mov</c>.</summary>
    public required string Container { get; init; }
    /// <summary>Size of the file.</summary>
    public required long FileBytes { get; init; }
    /// <summary>True length, from the first to the last packet of picture and sound.</summary>
    public required double DurationSeconds { get; init; }
    /// <summary>What the header claims; null when it claims nothing.</summary>
    public double? HeaderDurationSeconds { get; init; }
    /// <summary>To be added to ffmpeg's time stamps so that the first packet of the chosen tracks lies at 0.</summary>
    public double TimelineShiftSeconds { get; init; }
    /// <summary>The chosen picture track.</summary>
    public required VideoTrack Video { get; init; }
    /// <summary>The chosen sound track; null when there is none that can be read.</summary>
    public AudioTrack? Audio { get; init; }
    /// <summary>Moving pictures: tracks of two frames and more, covers and stills not counted.</summary>
    public required int VideoTracks { get; init; }
    /// <summary>Sound tracks, readable or not.</summary>
    public required int AudioTracks { get; init; }
    /// <summary>An ordinary browser plays the original: H.264 8-bit 4:2:0, AAC or silent, in MP4 or MOV.</summary>
    public required bool PlayableInBrowser { get; init; }
    /// <summary>The source says where it was taken; the place itself is not here.</summary>
    public required bool HasLocation { get; init; }
    /// <summary>The JSON of the metadata key <c>AIGC</c> as found; null when there is none.</summary>
    public string? AigcJson { get; init; }
    /// <summary>The same, read; null when there is none or it is no object.</summary>
    public AigcMark? Aigc { get; init; }
    /// <summary>A generator named in the tags; null when there is none.</summary>
    public string? AiTrace { get; init; }
    /// <summary>What the file itself says of AI: 属于 or 可能 by its metadata, 疑似 by traces (domain.md §6).</summary>
    public AiLabel AiLabel { get; init; }
    /// <summary>Signs that a platform or a program compressed it before: codes of <see cref="Media.RecompressionSigns"/>.</summary>
    public IReadOnlyList<string> RecompressionSigns { get; init; } = [];
    /// <summary>Codes of <see cref="MediaWarnings"/>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>To be added to ffmpeg's time stamps of the picture.</summary>
    [JsonIgnore]
    public double PictureShiftSeconds => TimelineShiftSeconds + Video.ShiftSeconds;

    /// <summary>Not all of it can be decoded: two decodes of it may differ by themselves.</summary>
    [JsonIgnore]
    public bool IsDamaged => Warnings.Any(warning => warning is MediaWarnings.Damaged or MediaWarnings.Truncated);

    /// <summary>As stored in the row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Shape);

    /// <summary>From the row.</summary>
    /// <exception cref="JsonException">Not written by <see cref="ToJson"/>.</exception>
    public static VideoFacts FromJson(string json) =>
        JsonSerializer.Deserialize<VideoFacts>(json, Shape) ?? throw new JsonException("No facts.");
}

/// <summary>The picture track.</summary>
public sealed record VideoTrack
{
    /// <summary>Stream index in the file.</summary>
    public required int Index { get; init; }
    /// <summary>ffprobe's codec name.</summary>
    public required string Codec { get; init; }
    /// <summary>Profile, empty when unknown.</summary>
    public string Profile { get; init; } = "";
    /// <summary>Level as coded; 0 or below when unknown.</summary>
    public int Level { get; init; }
    /// <summary>Pixel format.</summary>
    public required string PixelFormat { get; init; }
    /// <summary>Bits per sample.</summary>
    public required int BitDepth { get; init; }
    /// <summary>Width as coded, in pixels.</summary>
    public required int CodedWidth { get; init; }
    /// <summary>Height as coded, in pixels.</summary>
    public required int CodedHeight { get; init; }
    /// <summary>Width as seen: square pixels, upright.</summary>
    public required int DisplayWidth { get; init; }
    /// <summary>Height as seen: square pixels, upright.</summary>
    public required int DisplayHeight { get; init; }
    /// <summary>Width of a pixel ÷ its height.</summary>
    public required double PixelAspect { get; init; }
    /// <summary>Clockwise turn that makes it upright: 0, 90, 180 or 270.</summary>
    public required int RotationDegrees { get; init; }
    /// <summary>The display matrix mirrors as well.</summary>
    public bool IsMirrored { get; init; }
    /// <summary>The file's rotation is nonsense and must not be followed.</summary>
    public bool IgnoreRotation { get; init; }
    /// <summary>Frames that are shown.</summary>
    public required int Frames { get; init; }
    /// <summary>Frames per second between ordinary neighbours.</summary>
    public required double FrameRate { get; init; }
    /// <summary>Frames per second over the whole film.</summary>
    public required double AverageFrameRate { get; init; }
    /// <summary>Median time between neighbouring frames.</summary>
    public double MedianIntervalSeconds { get; init; }
    /// <summary>Fifth percentile of the same.</summary>
    public double P5IntervalSeconds { get; init; }
    /// <summary>95th percentile of the same.</summary>
    public double P95IntervalSeconds { get; init; }
    /// <summary>The intervals differ.</summary>
    public required bool IsVariable { get; init; }
    /// <summary>The file says of its last frame that it lasts less than half of an ordinary one.</summary>
    public bool EndsShort { get; init; }
    /// <summary>Two half pictures in each frame.</summary>
    public required bool IsInterlaced { get; init; }
    /// <summary>High dynamic range.</summary>
    public required Hdr Hdr { get; init; }
    /// <summary>Dolby Vision as <c>profile.compatibility</c>; null when it is none.</summary>
    public string? DolbyVision { get; init; }
    /// <summary>ffprobe's matrix; empty when unknown.</summary>
    public string ColorMatrix { get; init; } = "";
    /// <summary>ffprobe's transfer curve; empty when unknown.</summary>
    public string ColorTransfer { get; init; } = "";
    /// <summary>Full instead of limited range.</summary>
    public bool IsFullRange { get; init; }
    /// <summary>Time until the first picture, counted from the first packet of the film.</summary>
    public required double LeadInSeconds { get; init; }
    /// <summary>Length of the picture track.</summary>
    public required double DurationSeconds { get; init; }
    /// <summary>Average bits per second.</summary>
    public required long BitsPerSecond { get; init; }
    /// <summary>Highest bits per second in any two seconds.</summary>
    public required long PeakBitsPerSecond { get; init; }
    /// <summary>Longest time between key frames.</summary>
    public required double LongestGopSeconds { get; init; }
    /// <summary>Key frames.</summary>
    public int KeyFrames { get; init; }
    /// <summary>Every group of pictures stands by itself, and the first picture is a key frame.</summary>
    public bool IsGopClosed { get; init; }
    /// <summary>Packets that the file's edit list throws away.</summary>
    public int EditedAwayPackets { get; init; }
    /// <summary>To be added to ffmpeg's time stamps of the picture alone, besides the film's: an edit list it has not understood.</summary>
    public double ShiftSeconds { get; init; }
    /// <summary>Times of key frames, at least a second apart.</summary>
    public IReadOnlyList<double> KeyFrameSeconds { get; init; } = [];

    /// <summary>The shorter edge as seen, in pixels.</summary>
    [JsonIgnore]
    public int ShortEdge => Math.Min(DisplayWidth, DisplayHeight);

    /// <summary>Length of the picture as it is shown: from the film's beginning to the last picture's end.</summary>
    [JsonIgnore]
    public double ShownSeconds => LeadInSeconds + DurationSeconds;
}

/// <summary>The sound track.</summary>
public sealed record AudioTrack
{
    /// <summary>Stream index in the file.</summary>
    public required int Index { get; init; }
    /// <summary>ffprobe's codec name.</summary>
    public required string Codec { get; init; }
    /// <summary>Channels.</summary>
    public required int Channels { get; init; }
    /// <summary>Samples per second.</summary>
    public required int SampleRateHz { get; init; }
    /// <summary>Time until the first sound, counted from the first packet of the film.</summary>
    public required double LeadInSeconds { get; init; }
    /// <summary>Length of the sound track.</summary>
    public required double DurationSeconds { get; init; }
    /// <summary>Median length of a packet: 0.02 for most, 0.2 for WMA Voice.</summary>
    public double PacketSeconds { get; init; }

    /// <summary>Several AMR frames of 0.02 s to a packet, see <see cref="LooseSound"/>. A lone packet is as long as the track.</summary>
    [JsonIgnore]
    public bool IsBundled => Codec is "amr_nb" or "amr_wb" && (PacketSeconds is 0 ? DurationSeconds : PacketSeconds) > 0.03;
}
