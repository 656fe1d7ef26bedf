using System.Globalization;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Measures every output of a plan before it is used: what is not as planned is never shown to anybody.</summary>
public sealed class VerifyOutput(FfmpegProcess processes, Sandbox sandbox, MediaTools tools, IOptions<MediaOptions> options)
{
    private const string SsimKey = "lavfi.ssim.All=";
    private const string PsnrKey = "lavfi.psnr.psnr_avg=";

    /// <summary>Compares the outputs with the plan, and some of their pictures with the source.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputPath">The reader's file.</param>
    /// <param name="folder">Where the outputs lie.</param>
    /// <returns>What differs, one line each, in English for operators.</returns>
    /// <exception cref="MachineAtFaultException">The machine did not get it done.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(TranscodePlan plan, string inputPath, string folder, CancellationToken ct)
    {
        var differences = new List<string>();
        var measured = new List<MeasuredOutput>();
        foreach (var planned in plan.Outputs)
        {
            if (await MeasureAsync(planned, folder, ct) is { } output)
                measured.Add(output);
            else
                differences.Add($"{planned.Name}: missing or unreadable");
        }
        differences.AddRange(measured.SelectMany(output =>
            OutputCheck.Differences(output).Select(text => $"{output.Planned.Name}: {text}")));
        differences.AddRange(OutputCheck.Starts(measured));
        if (differences.Count > 0)
            return differences;
        foreach (var sample in plan.Likeness)
            differences.AddRange(await CompareAsync(sample, inputPath, folder, ct));
        return differences;
    }

    private async Task<MeasuredOutput?> MeasureAsync(PlannedOutput planned, string folder, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(folder, planned.File)))
            return null;
        var packets = new PacketTable(options.Value.MaxPackets);
        var listed = new ListedPackets(packets);
        var end = await ProbeAsync(planned.File, folder, listed, ct);
        var report = ProbeReport.Parse(listed.Listing);
        if (!end.Succeeded || report is null)
            return null;
        return new MeasuredOutput(
            planned, report.Streams.FirstOrDefault(stream => stream.Type == "video"), report.Streams.FirstOrDefault(stream => stream.Type == "audio"), packets);
    }

    private async Task<IEnumerable<string>> CompareAsync(LikenessSample sample, string inputPath, string folder, CancellationToken ct)
    {
        var order = Order(tools.Ffmpeg, sample.Arguments, folder) with { InputPath = inputPath, Processor = options.Value.ProbeDeadline * 3 };
        var end = (await processes.RunAsync(sandbox.Wrap(order) with { OnLine = _ => { } }, ct)).Credible();
        var alike = new List<string>();
        foreach (var name in sample.Names)
        {
            var result = Path.Combine(folder, LikenessSample.ResultFile(name));
            var lines = File.Exists(result) ? await File.ReadAllLinesAsync(result, ct) : [];
            File.Delete(result);
            if (Read(lines, SsimKey) is not { } ssim || Read(lines, PsnrKey) is not { } psnr)
                alike.Add($"{name}: could not be compared at {sample.Seconds:0.0} s: {end.Errors.Trim()}");
            else if (!Likeness.IsAlike(ssim, psnr))
                alike.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: unlike the source at {sample.Seconds:0.0} s (SSIM {ssim:0.000}, PSNR {psnr:0.0} dB)"));
        }
        return alike;
    }

    // Equal pictures have an infinite PSNR, which ffmpeg writes as a word of its own.
    private static double? Read(string[] lines, string key) => lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..] switch
    {
        null => null,
        "inf" => double.PositiveInfinity,
        var text => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null,
    };

    // The playlist is our own, so here alone the hls reader is open; the box still shows nothing but this folder.
    private async Task<ProcessEnd> ProbeAsync(string file, string folder, ListedPackets listed, CancellationToken ct)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", "-protocol_whitelist", "file", "-format_whitelist", "hls,mov,mp4",
            .. file.EndsWith(".m3u8", StringComparison.Ordinal) ? (string[])["-allowed_extensions", "ALL"] : [],
            "-show_entries", $"{ProbeReport.Entries}:{PacketTable.Entries}", "-of", ListedPackets.Format, "-i", $"{Sandbox.Output}/{file}",
        ];
        return (await processes.RunAsync(sandbox.Wrap(Order(tools.Ffprobe, arguments, folder)) with { OnLine = listed.AddLine }, ct)).Credible();
    }

    private SandboxOrder Order(string program, IReadOnlyList<string> arguments, string folder) =>
        SandboxOrder.Look(program, arguments, options.Value) with { OutputFolder = folder };
}
