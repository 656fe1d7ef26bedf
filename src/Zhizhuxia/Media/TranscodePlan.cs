using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Media;

/// <summary>One output of a plan and what it must turn out to be.</summary>
/// <param name="Name">Name of its files without an ending, unique in the plan.</param>
/// <param name="Width">0 for sound.</param>
/// <param name="Height">0 for sound.</param>
/// <param name="FrameRate">0 for sound.</param>
/// <param name="Frames">Expected frames; 0 for sound.</param>
/// <param name="FrameSlack">How many frames more or fewer are right: one, and more where the source's own rate wanders or frames are lost.</param>
/// <param name="HasPicture">Carries the picture.</param>
/// <param name="HasSound">Carries the sound.</param>
public sealed record PlannedOutput(string Name, int Width, int Height, double FrameRate, int Frames, int FrameSlack, bool HasPicture, bool HasSound)
{
    /// <summary>The file by which the output is read.</summary>
    public string File { get; init; } = TranscodePlan.Playlist(Name);

    /// <summary>Frames between key frames; 0 when they lie where the source has its own.</summary>
    public int GopFrames { get; init; }

    /// <summary>When the sound must end; null when that is not to be judged.</summary>
    public double? SoundSeconds { get; init; }

    /// <summary>How much longer or shorter it may be: what an encoder adds at both ends, what a container rounds, and a last packet of the source that does not say how long it is.</summary>
    public double SoundSlackSeconds { get; init; } = 0.15;

    /// <summary>The reader's own picture: it may be of any profile and need not say its colours.</summary>
    public bool IsCopied { get; init; }

    /// <summary>A rendition that carries the picture.</summary>
    public static PlannedOutput Picture(VideoFacts facts, Rung rung, bool withSound)
    {
        var video = facts.Video;
        var frames = (int)Math.Round((video.LeadInSeconds + video.DurationSeconds) * rung.Rate.PerSecond);
        var wandering = video.IsVariable ? (int)Math.Ceiling(rung.Rate.PerSecond / Math.Max(1, video.FrameRate)) : 0;
        var lost = facts.IsDamaged ? frames / 200 : 0;
        return new PlannedOutput(
            rung.Name, rung.Width, rung.Height, rung.Rate.PerSecond, frames, 1 + wandering + lost, HasPicture: true, withSound)
        {
            SoundSeconds = withSound ? SoundOf(facts) : null,
            SoundSlackSeconds = SlackOf(facts),
        };
    }

    /// <summary>A rendition of sound alone.</summary>
    public static PlannedOutput Sound(string name, VideoFacts facts) =>
        new(name, 0, 0, 0, 0, 0, HasPicture: false, HasSound: true) { SoundSeconds = SoundOf(facts), SoundSlackSeconds = SlackOf(facts) };

    private static double SlackOf(VideoFacts facts) => 0.13 + Math.Max(0.02, facts.Audio?.PacketSeconds ?? 0);

    /// <summary>When the sound ends; null where the source is damaged, because then nobody knows.</summary>
    private static double? SoundOf(VideoFacts facts) => facts.Audio is { } audio && !facts.IsDamaged ? audio.LeadInSeconds + audio.DurationSeconds : null;
}

/// <summary>
/// What ffmpeg is to do with a film: arguments and expectations, a pure function of the facts, testable without ffmpeg.
/// The input is <see cref="Sandbox.Input"/>, everything is written below <see cref="Sandbox.Output"/>.
/// </summary>
public sealed record TranscodePlan
{
    /// <summary>ffmpeg's arguments.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }
    /// <summary>What must come out.</summary>
    public required IReadOnlyList<PlannedOutput> Outputs { get; init; }
    /// <summary>Length of the film, for progress.</summary>
    public required double DurationSeconds { get; init; }
    /// <summary>Wall time until the run is ended.</summary>
    public required TimeSpan Wall { get; init; }

    /// <summary>Files of our own that the run reads besides the film; see <see cref="SandboxOrder.Parts"/>.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>ffmpeg's arguments of a run before it, which writes <see cref="LooseSound.FileName"/>; null for none.</summary>
    public IReadOnlyList<string>? Preparation { get; init; }

    /// <summary>Fragmented outputs whose edit lists become time stamps, see <see cref="EditLists"/>.</summary>
    public IReadOnlyList<string> Fragmented { get; init; } = [];

    /// <summary>Moments at which the outputs are compared with the source.</summary>
    public IReadOnlyList<LikenessSample> Likeness { get; init; } = [];

    /// <summary>Names the plan: the same film, decisions and settings give the same one.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Arguments))))[..32];

    /// <summary>The same for a film with errors in it: pass by what cannot be read, however much it is.</summary>
    public TranscodePlan Tolerant() => this with { Arguments = ["-err_detect", "ignore_err", "-max_error_rate", "1", .. Arguments] };

    /// <summary>Name of HLS media playlists.</summary>
    public static string Playlist(string name) => $"{name}.m3u8";

    /// <summary>Wall time for a film: a base plus a share of its length, more for larger pictures and higher rates.</summary>
    public static TimeSpan WallFor(VideoFacts facts, MediaOptions options)
    {
        const double Reference = 1920.0 * 1080 * 30;
        var work = (double)facts.Video.CodedWidth * facts.Video.CodedHeight * Math.Clamp(facts.Video.FrameRate, 10, 240) / Reference;
        return options.TranscodeBaseDeadline
            + TimeSpan.FromSeconds(facts.DurationSeconds * options.TranscodeSecondsPerSecond * Math.Clamp(work, 0.5, 20));
    }
}
