using System.Globalization;
using Zhizhuxia.Media;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// PeerTube's order of work for one upload, rebuilt from its parameters: a thumbnail; a compliant source copied to web.mp4 and the top of
/// the HLS encoded from it, any other encoded to web.mp4 and copied to HLS; each lower size in a run of its own from the top file; a
/// storyboard by a full decode of its own.
/// </summary>
internal sealed class PeerTubeOrder(string film, VideoFacts facts, IReadOnlyList<Rung> rungs, string folder)
{
    private static readonly Dictionary<int, double> BitsPerPixel = new() { [1080] = .10, [720] = .11, [480] = .12 };

    private readonly bool _compliant = facts.Video.Codec == "h264" && facts.Video.PixelFormat == "yuv420p" && facts.Audio?.Codec is null or "aac";

    /// <summary>Runs all of it.</summary>
    /// <returns>CPU-seconds.</returns>
    public async Task<double> RunAsync(CancellationToken ct)
    {
        var cpu = 0.0;
        foreach (var command in Commands())
            cpu += (await BareRun.RunAsync(["ffmpeg", "-nostdin", "-hide_banner", "-y", "-v", "error", .. command], ct)).CpuSeconds;
        return cpu;
    }

    /// <summary>Where a size lies when it is done.</summary>
    public string File(Rung rung) => Path.Combine(folder, $"{rung.Name}-fragmented.mp4");

    private IEnumerable<IReadOnlyList<string>> Commands()
    {
        var middle = (facts.DurationSeconds / 2).ToString(CultureInfo.InvariantCulture);
        var web = Path.Combine(folder, "web.mp4");
        yield return ["-ss", middle, "-i", film, "-vf", "thumbnail=50", "-frames:v", "1", Path.Combine(folder, "thumbnail.jpg")];
        yield return _compliant
            ? ["-i", film, "-c", "copy", "-map_metadata", "-1", "-movflags", "+faststart", web]
            : ["-i", film, .. Encode(rungs[0]), "-c:a", "copy", "-map_metadata", "-1", "-movflags", "+faststart", web];
        yield return ["-i", web, .. _compliant ? Encode(rungs[0]) : ["-c:v", "copy"], "-c:a", "copy", .. Hls(rungs[0])];
        foreach (var rung in rungs.Skip(1))
            yield return ["-i", web, .. Encode(rung), "-c:a", "copy", .. Hls(rung)];
        yield return ["-i", web, "-vf", $"fps=1/{Math.Max(1, (int)(facts.DurationSeconds / 100))},scale=192:108,tile=11x11", "-frames:v", "1", Path.Combine(folder, "storyboard.jpg")];
    }

    private string[] Encode(Rung rung)
    {
        var (edge, fps) = (Math.Min(rung.Width, rung.Height), Math.Round(facts.Video.FrameRate));
        var shape = (double)Math.Max(rung.Width, rung.Height) / edge;
        var rate = Math.Min(edge * edge * shape * fps * BitsPerPixel[edge], 1.3 * facts.Video.BitsPerSecond);
        return
        [
            "-c:v", "libx264", "-preset", "veryfast", "-threads", "1", "-b_strategy", "1", "-bf", "16", "-g", Text(2 * fps), "-r", Text(fps),
            "-pix_fmt", "yuv420p", "-vf", rung.Width >= rung.Height ? $"scale=-2:{edge}" : $"scale={edge}:-2",
            "-maxrate", Text(Math.Round(rate)), "-bufsize", Text(Math.Round(2 * rate)),
        ];
    }

    private string[] Hls(Rung rung) =>
    [
        "-map_metadata", "-1", "-f", "hls", "-hls_time", "4", "-hls_list_size", "0", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4",
        "-hls_flags", "single_file", "-hls_segment_filename", File(rung), Path.Combine(folder, $"{rung.Name}.m3u8"),
    ];

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
