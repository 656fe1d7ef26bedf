namespace Zhizhuxia.Benchmarks;

/// <summary>What happens to a film on its way through other people's phones, each as ffmpeg's arguments.</summary>
/// <param name="Name">Of the kind of copy.</param>
/// <param name="Arguments">Between input and output.</param>
/// <param name="ByPictures">It is to be found by its pictures; else by its sound.</param>
internal sealed record AlikeCopy(string Name, IReadOnlyList<string> Arguments, bool ByPictures = true)
{
    /// <summary>Seconds of sound below which nothing is expected of it.</summary>
    public const double LeastSound = 4;

    private static readonly string[] Sound = ["-c:a", "aac", "-b:a", "96k", "-ac", "2"];

    /// <param name="seconds">Length of the film.</param>
    public static IReadOnlyList<AlikeCopy> All(double seconds) =>
    [
        new("re-encoded", [.. Coded("30", "scale=trunc(iw/2)*2:trunc(ih/2)*2"), .. Sound]),
        new("scaled", [.. Coded("24", "scale=trunc(iw*0.4/2)*2:trunc(ih*0.4/2)*2"), .. Sound]),
        new("trimmed", ["-ss", Number(seconds * 0.23), "-t", Number(seconds * 0.57), .. Coded("26", "scale=trunc(iw/2)*2:trunc(ih/2)*2"), .. Sound]),
        new("cropped 5 %", [.. Coded("26", "crop=trunc(iw*0.95/2)*2:trunc(ih*0.95/2)*2"), .. Sound]),
        new("captioned", [.. Coded("26", "scale=trunc(iw/2)*2:trunc(ih/2)*2,drawbox=x=iw*0.1:y=ih*0.84:w=iw*0.8:h=ih*0.1:color=white@0.9:t=fill,drawbox=x=iw*0.8:y=ih*0.03:w=iw*0.17:h=ih*0.08:color=red@0.8:t=fill"), .. Sound]),
        new("mirrored", [.. Coded("26", "scale=trunc(iw/2)*2:trunc(ih/2)*2,hflip"), .. Sound]),
        new("sound at 24 kb/s", [.. Coded("26", "scale=64:64"), "-c:a", "aac", "-b:a", "24k", "-ac", "1", "-ar", "22050"], ByPictures: false),
    ];

    private static string[] Coded(string crf, string filter) => ["-map", "0:V:0", "-map", "0:a:0?", "-vf", filter, "-c:v", "libx264", "-preset", "veryfast", "-crf", crf, "-pix_fmt", "yuv420p"];

    private static string Number(double value) => value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
