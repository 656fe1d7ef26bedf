using Zhizhuxia.Alike;

namespace Zhizhuxia.Media;

/// <summary>What a decode feeds for the film's fingerprint: a few small grey pictures a second and a narrow sound, into files of raw bytes. Pure text.</summary>
internal static class PrintBranches
{
    /// <summary>Grey pictures of <see cref="PictureHasher.Bytes"/> each.</summary>
    public const string PictureFile = "print.grey";

    /// <summary>Samples of 16 bits, little endian, <see cref="SoundHasher.Rate"/> a second.</summary>
    public const string SoundFile = "print.pcm";

    /// <summary>Of the pictures as editors see them, the middle: captions and the platforms' marks lie around it.</summary>
    public static string Pictures =>
        $"fps=fps={FilmPrint.PicturesPerSecond}:start_time=0,crop=w=max(2\\,iw*0.8):h=max(2\\,ih*0.72):x=iw*0.1:y=ih*0.12,scale={PictureHasher.Edge}:{PictureHasher.Edge}:flags=area,format=gray";

    /// <summary>Of the stereo mix.</summary>
    public static string Sound => $"aresample={SoundHasher.Rate},aformat=sample_fmts=s16:channel_layouts=mono";

    /// <summary>The outputs, for branches of these names.</summary>
    public static IEnumerable<string> Outputs(VideoFacts facts, string pictures, string sound) =>
    [
        "-map", $"[{pictures}]", .. PlanArguments.Nothing(facts), "-fps_mode", "passthrough", "-c:v", "rawvideo", "-pix_fmt", "gray", "-f", "rawvideo", $"{Sandbox.Output}/{PictureFile}",
        .. facts.Audio is null ? (string[])[] : ["-map", $"[{sound}]", .. PlanArguments.Nothing(facts), "-c:a", "pcm_s16le", "-f", "s16le", $"{Sandbox.Output}/{SoundFile}"],
    ];
}
