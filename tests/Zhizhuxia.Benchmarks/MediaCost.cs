using System.Globalization;
using Zhizhuxia.Media;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// What the delivery of a film costs beside PeerTube's order of work, in pairs: product, PeerTube, product's bare command, proxy, product … on
/// the sizes 1080, 720 and 480, which both make. CPU-seconds, medians; then SSIM and bytes of each size. Clips: real footage, by <c>--clips DIR</c>;
/// and the first of them once more as an editing app saves it, whose picture may be copied.
/// </summary>
internal static class MediaCost
{
    private static readonly string[] Compared = ["1080", "720", "480"];

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var clips = options.Clips(out var folder);
        if (clips.Count == 0)
        {
            Console.Error.WriteLine($"No clips in {folder}: name a folder of films with --clips.");
            return 2;
        }
        await using var bench = await MediaBench.OpenAsync(ct);
        var worst = 0.0;
        foreach (var film in clips)
            worst = Math.Max(worst, await CompareAsync(bench, film, options.Number("runs", 3), ct));
        var copyable = await SaveAsAppAsync(clips[0], bench.NewFolder(), ct);
        var copied = await CompareAsync(bench, copyable, options.Number("runs", 3), ct);
        Console.WriteLine(FormattableString.Invariant($"ladder ÷ PeerTube: worst {worst:0.00}, copied top {copied:0.00}"));
        return 0;
    }

    /// <summary>H.264 High, closed groups of 2 s, square pixels, 7 Mb/s: all that the copy rule asks for.</summary>
    private static async Task<string> SaveAsAppAsync(string film, string folder, CancellationToken ct)
    {
        var saved = Path.Combine(folder, "saved-by-an-app.mp4");
        _ = await BareRun.RunAsync(
            ["ffmpeg", "-nostdin", "-v", "error", "-i", film, "-vf", "scale=1920:1080,setsar=1", "-c:v", "libx264", "-preset", "fast", "-profile:v", "high", "-level", "4.1",
                "-pix_fmt", "yuv420p", "-b:v", "7M", "-maxrate", "8M", "-bufsize", "8M", "-g", "60", "-sc_threshold", "0", "-flags", "+cgop",
                "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-c:a", "copy", saved], ct);
        return saved;
    }

    private static async Task<double> CompareAsync(MediaBench bench, string film, int runs, CancellationToken ct)
    {
        var facts = await bench.InspectAsync(film, ct);
        var all = MediaBench.Shape(facts);
        var shape = all with { Rungs = [.. all.Rungs.Where(rung => Compared.Contains(rung.Name))] };
        Console.WriteLine($"{Path.GetFileName(film)}: {FactsLine.Of(facts)}{(shape.IsTopCopied ? ", top copied" : "")}");
        List<double> ours = [], theirs = [], bare = [], proxy = [];
        string made = "", peer = "";
        for (var run = 0; run < runs; run++)
        {
            ours.Add(await bench.LadderAsync(facts, shape, film, made = bench.NewFolder(), ct));
            theirs.Add(await new PeerTubeOrder(film, facts, shape.Rungs, peer = bench.NewFolder()).RunAsync(ct));
            bare.Add(await bench.BareAsync(facts, shape, film, bench.NewFolder(), ct));
            proxy.Add(await bench.ProxyAsync(facts, film, bench.NewFolder(), ct));
        }
        Print("CPU-seconds", $"ladder {Median(ours):0.0}, PeerTube {Median(theirs):0.0}, bare command {Median(bare):0.0}, proxy {Median(proxy):0.0}");
        Print("ratios", $"ladder ÷ PeerTube {Ratio(ours, theirs):0.00}, ladder ÷ bare {Ratio(ours, bare):0.00}, proxy ÷ ladder {Ratio(proxy, ours):0.00}");
        foreach (var rung in shape.Rungs)
            await QualityAsync(rung, Path.Combine(made, $"{rung.Name}.mp4"), new PeerTubeOrder(film, facts, shape.Rungs, peer).File(rung), film, facts, ct);
        return Ratio(ours, theirs);
    }

    // HDR has no common ground: PeerTube does not map its tones.
    private static async Task QualityAsync(Rung rung, string ours, string theirs, string film, VideoFacts facts, CancellationToken ct)
    {
        var likeness = facts.Video.Hdr is Hdr.None
            ? FormattableString.Invariant($"SSIM {await Ssim.OfAsync(ours, film, rung, ct):0.000} against {await Ssim.OfAsync(theirs, film, rung, ct):0.000}, ")
            : "";
        Print(rung.Name, $"{likeness}{Mebibytes(ours):0.00} against {Mebibytes(theirs):0.00} MiB");
    }

    private static double Mebibytes(string file) => new FileInfo(file).Length / 1024.0 / 1024;

    private static double Ratio(List<double> ones, List<double> others) => Median([.. ones.Zip(others, (one, other) => one / other)]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Print(string name, FormattableString figures) => Console.WriteLine($"  {name,-12} {figures.ToString(CultureInfo.InvariantCulture)}");
}
