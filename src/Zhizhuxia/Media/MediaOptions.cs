using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Media;

/// <summary>Settings of the section <c>Media</c>: where the tools are and how much a reader's file may cost.</summary>
public sealed class MediaOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Media";

    /// <summary>Full path of ffmpeg; empty means: the first one on PATH.</summary>
    public string FfmpegPath { get; set; } = "";

    /// <summary>Full path of ffprobe; empty means: the first one on PATH.</summary>
    public string FfprobePath { get; set; } = "";

    /// <summary>Full path of bubblewrap; empty means: the first one on PATH.</summary>
    public string BwrapPath { get; set; } = "";

    /// <summary>Full path of prlimit; empty means: the first one on PATH.</summary>
    public string PrlimitPath { get; set; } = "";

    /// <summary>Longest film that is taken.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "24:00:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(3);

    /// <summary>Most pixels of one picture; 36 million is more than 8K.</summary>
    [Range(100_000, 200_000_000)]
    public int MaxPixels { get; set; } = 36_000_000;

    /// <summary>Most streams in one file.</summary>
    [Range(2, 100)]
    public int MaxStreams { get; set; } = 16;

    /// <summary>Most packets in one file, over all streams; bounds the memory of the packet table (24 bytes each).</summary>
    [Range(1_000, 20_000_000)]
    public int MaxPackets { get; set; } = 3_000_000;

    /// <summary>Processor time of one look at a file: a probe, a packet pass, a few pictures decoded. The machine has six times as long to give it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ProbeDeadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Wall time every transcode gets, however short the film.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan TranscodeBaseDeadline { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Seconds of wall time a transcode gets on top for each second of a 1080p film; larger pictures get more in proportion.</summary>
    [Range(1, 200)]
    public int TranscodeSecondsPerSecond { get; set; } = 15;

    /// <summary>Address space of one child, in MiB.</summary>
    [Range(512, 65_536)]
    public int MemoryMiB { get; set; } = 3072;

    /// <summary>Largest file one child may write, in MiB.</summary>
    [Range(16, 1_048_576)]
    public int MaxOutputMiB { get; set; } = 8192;

    /// <summary>Threads of each decoder and encoder.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 2;

    /// <summary>Whether the containers and decoders of old cameras and camcorders are taken as well (AVI, MTS, FLV, WMV, MPEG, Ogg).</summary>
    public bool OldFormats { get; set; } = true;

    /// <summary>Films that one worker would need longer for are encoded in ranges, by all workers.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RangesAbove { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>Length of one such range, about.</summary>
    [Range(typeof(TimeSpan), "00:00:04", "01:00:00")]
    public TimeSpan RangeLength { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Full path of a font with Chinese characters for the notice on AI-generated films; empty means: the first known one.</summary>
    public string NoticeFont { get; set; } = "";

    /// <summary>Who distributes the films, as written into the metadata of AI-generated ones (<c>ContentPropagator</c>).</summary>
    [Required, MaxLength(100)]
    public string Propagator { get; set; } = "株洲日报 知株侠";

    /// <summary>How often the sandbox proves itself again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SandboxTestInterval { get; set; } = TimeSpan.FromHours(1);
}
