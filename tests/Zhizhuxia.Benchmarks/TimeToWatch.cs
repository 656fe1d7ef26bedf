using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// A 1080p30 film uploaded to the real program: from the answer to its last byte to the moment its row says that an editor can watch it. One that browsers
/// play (H.264, AAC) with its facts and a poster, and one that they do not (HEVC) by the first segment of its growing proxy. Both are noise, as
/// many bits as a film may have; beside them real footage, by <c>--clips DIR</c>.
/// </summary>
internal static class TimeToWatch
{
    private const double AllowedSeconds = 2;
    private const double AllowedProxySeconds = 3;
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "ultrafast"];
    private static readonly string[] Hevc = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error"];
    private const int BitsPerMebibyte = 8 << 20;
    private const int Seconds = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(40);

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("zzx-bench-");
        try
        {
            var (playable, other) = (Path.Combine(folder.FullName, "h264.mp4"), Path.Combine(folder.FullName, "hevc.mp4"));
            await MakeAsync(playable, H264, options.Number("mib", 100), ct);
            await MakeAsync(other, Hevc, options.Number("mib", 100) / 4, ct); // HEVC says the same in fewer bits
            var first = await MedianAsync(other, options.Number("runs", 5), ct);
            var direct = await MedianAsync(playable, options.Number("runs", 5), ct);
            foreach (var film in options.Clips(out _))
                Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(film)}: {await MedianAsync(film, options.Number("runs", 5), ct):0.00} s (median)"));
            Console.WriteLine(FormattableString.Invariant($"last byte to the first segment of a proxy {first:0.00} s (median), allowed {AllowedProxySeconds} s"));
            Console.WriteLine(FormattableString.Invariant($"last byte to watchable {direct:0.00} s (median), allowed {AllowedSeconds} s"));
            return direct <= AllowedSeconds && first <= AllowedProxySeconds ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A newsroom for each run: the proxy of the run before must not be under way.</summary>
    private static async Task<double> MedianAsync(string film, int runs, CancellationToken ct)
    {
        var waits = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(), ct);
            using var client = portal.Client();
            waits.Add(await OnceAsync(portal, client, film, ct));
        }
        Console.WriteLine(FormattableString.Invariant($"{Path.GetFileName(film)}, {new FileInfo(film).Length >> 20} MiB, seconds: {string.Join(' ', waits.Select(wait => FormattableString.Invariant($"{wait:0.00}")))}"));
        return waits.Order().ElementAt(waits.Count / 2);
    }

    private static async Task<double> OnceAsync(PortalProcess portal, HttpClient client, string film, CancellationToken ct)
    {
        var draft = await new TusUpload(client).SendAsync(film, ct);
        var clock = Stopwatch.StartNew();
        using var beat = new PeriodicTimer(Beat);
        while (await beat.WaitForNextTickAsync(ct))
        {
            await using var db = portal.Data.OpenDb();
            var asset = await db.Assets.AsNoTracking().SingleAsync(row => row.SubmissionId == draft, ct);
            var shown = asset.PlayableInBrowser ? RenditionKind.Poster : RenditionKind.Proxy;
            if (asset.State is AssetState.Ready && asset.Find(shown) is not null)
                return clock.Elapsed.TotalSeconds;
            if (asset.State is AssetState.Rejected)
                throw new InvalidOperationException($"The film was refused: {asset.RefusalCode}");
        }
        throw new OperationCanceledException();
    }

    // Noise, so that the encoder needs all the bits it may have.
    private static async Task MakeAsync(string film, string[] coding, int mebibytes, CancellationToken ct)
    {
        var bits = (long)mebibytes * BitsPerMebibyte / Seconds;
        _ = await BareRun.RunAsync(
            ["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", $"testsrc2=s=1920x1080:r=30:d={Seconds},noise=alls=60:allf=t", "-f", "lavfi", "-i", $"sine=d={Seconds}",
                .. coding, "-pix_fmt", "yuv420p", "-g", "60", "-b:v", $"{bits}", "-minrate", $"{bits}", "-maxrate", $"{bits}", "-bufsize", $"{bits}",
                "-c:a", "aac", film], ct);
    }
}
