using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Measures in the box what a transcode left in a folder: not what was planned, but what is there.</summary>
public sealed class MeasureFiles(FfmpegProcess processes, Sandbox sandbox, MediaTools tools, IOptions<MediaOptions> options)
{
    private const double Padding = 0.1;

    /// <summary>One entry for each thing that can be opened; the segments of a playlist are counted in its bytes.</summary>
    /// <param name="folder">Full path of the folder.</param>
    public async Task<IReadOnlyList<MadeFile>> RunAsync(string folder, CancellationToken ct)
    {
        var names = Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        var lists = new Dictionary<string, string[]>();
        foreach (var name in names.Where(name => name.EndsWith(".m3u8", StringComparison.Ordinal) && name != LadderPlan.Master))
            lists[name] = [.. HlsPlaylist.Files(await File.ReadAllLinesAsync(Path.Combine(folder, name), ct))];
        var found = new List<MadeFile>();
        foreach (var (list, parts) in lists)
        {
            if (parts is [var only])
                found.Add(await MeasureAsync(folder, only, "ladder", [only], ct));
            else
                found.Add(await MeasureAsync(folder, list, "proxy", [list, .. parts], ct));
        }
        found = [.. found.OrderByDescending(file => file.Height)];
        foreach (var name in names.Except(lists.Keys).Except(lists.Values.SelectMany(parts => parts)))
            found.Add(name == LadderPlan.Master ? Master(folder, found) : await MeasureAsync(folder, name, KindOf(name), [name], ct));
        return found;
    }

    private static MadeFile Master(string folder, List<MadeFile> rungs) =>
        new(Path.Combine(folder, LadderPlan.Master), "master", rungs[0].Width, rungs[0].Height, rungs.Max(rung => rung.DurationSeconds), Bytes(folder, [LadderPlan.Master]));

    private static string KindOf(string name) => Path.GetExtension(name) switch
    {
        ".mp4" => "download",
        ".jpg" => name.StartsWith("sheet-", StringComparison.Ordinal) ? "storyboard" : "poster",
        _ => "data",
    };

    private async Task<MadeFile> MeasureAsync(string folder, string name, string kind, string[] parts, CancellationToken ct)
    {
        var file = new MadeFile(Path.Combine(folder, name), kind, null, null, null, Bytes(folder, parts));
        if (kind is "data")
            return file;
        var report = ProbeReport.Parse((await ProbeAsync(folder, name, ProbeReport.Entries, "json", null, ct)).Output);
        var picture = report?.Streams.FirstOrDefault(stream => stream.Type == "video");
        if (kind is "poster" or "storyboard")
            return file with { Width = picture?.Width, Height = picture?.Height };
        var packets = new PacketTable(options.Value.MaxPackets);
        await ProbeAsync(folder, name, PacketTable.Entries, "csv=p=0", line => packets.AddLine(line.Span), ct);
        return file with
        {
            Kind = picture is null ? "audio" : kind,
            Width = picture?.Width,
            Height = picture?.Height,
            DurationSeconds = report is null ? null : Seconds(report, packets),
        };
    }

    // AAC begins with samples before zero that only prime the decoder, and ends with a whole packet: no length of the film.
    private static double? Seconds(ProbeReport report, PacketTable packets)
    {
        var tracks = report.Streams.Select(stream => TrackTiming.Of(packets.Track(stream.Index), stream.Type == "video")).ToList();
        var (all, shown) = (tracks.OfType<TrackTiming>().ToList(), report.Streams.Zip(tracks).FirstOrDefault(track => track.First.Type == "video").Second);
        if (all.Count == 0)
            return null;
        var (start, end) = (all.Min(track => track.StartSeconds), all.Max(track => track.EndSeconds));
        var alike = shown is not null && Math.Abs(start - shown.StartSeconds) < Padding && end - shown.EndSeconds < Padding;
        return Math.Round(alike ? shown!.EndSeconds - shown.StartSeconds : end - start, 3);
    }

    // Our own files, so the readers of playlists and pictures are open; the box still shows nothing but this folder.
    private async Task<ProcessEnd> ProbeAsync(string folder, string name, string entries, string format, Action<ReadOnlyMemory<char>>? onLine, CancellationToken ct)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", "-protocol_whitelist", "file", "-format_whitelist", "hls,mov,mp4,jpeg_pipe",
            .. Path.GetExtension(name) switch
            {
                ".m3u8" => (string[])["-allowed_extensions", "ALL"],
                ".jpg" => ["-f", "jpeg_pipe"], // the name alone would choose image2
                _ => [],
            },
            "-show_entries", entries, "-of", format, "-i", $"{Sandbox.Output}/{name}",
        ];
        var order = SandboxOrder.Look(tools.Ffprobe, arguments, options.Value) with { OutputFolder = folder };
        return (await processes.RunAsync(sandbox.Wrap(order) with { OnLine = onLine }, ct)).Credible();
    }

    private static long Bytes(string folder, string[] names) => names.Sum(name => new FileInfo(Path.Combine(folder, name)).Length);
}

/// <summary>A file that was made, or a playlist with its segments.</summary>
/// <param name="Path">Full path of what a player opens.</param>
/// <param name="Kind">proxy, storyboard, poster, ladder, audio, master, download or data.</param>
/// <param name="Width">Pixels; null for what has no picture.</param>
/// <param name="Height">Pixels; null for what has no picture.</param>
/// <param name="DurationSeconds">Measured by packets; null for what has no time.</param>
/// <param name="Bytes">With all that the player loads of it.</param>
public sealed record MadeFile(string Path, string Kind, int? Width, int? Height, double? DurationSeconds, long Bytes);
