using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Media;

namespace Zhizhuxia.Benchmarks;

/// <summary>How like the source a size is (SSIM over all frames, at that size).</summary>
internal static partial class Ssim
{
    /// <param name="made">The size's MP4.</param>
    /// <param name="film">The source; turned upright and brought to the rate of what was made.</param>
    public static async Task<double> OfAsync(string made, string film, Rung rung, CancellationToken ct)
    {
        var rate = rung.Rate.ToString();
        var (_, errors) = await BareRun.RunAsync(
            ["ffmpeg", "-nostdin", "-hide_banner", "-i", made, "-i", film, "-filter_complex",
                $"[0:v]setpts=PTS-STARTPTS,fps={rate},scale={rung.Width}:{rung.Height}:flags=bicubic,format=yuv420p,setsar=1[a];[1:v]setpts=PTS-STARTPTS,fps={rate},scale={rung.Width}:{rung.Height}:flags=bicubic,format=yuv420p,setsar=1[b];[a][b]ssim", "-f", "null", "-"], ct);
        return double.Parse(All().Match(errors).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"SSIM .* All:([\d.]+)")]
    private static partial Regex All();
}
