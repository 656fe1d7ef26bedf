using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Measures every output of a plan before it is used: what is not as planned is never shown to anybody.</summary>
public sealed class VerifyOutput(FfmpegProcess processes, Sandbox sandbox, MediaTools tools, IOptions<MediaOptions> options)
{
    /// <summary>Compares the outputs with the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="folder">Where the outputs lie.</param>
    /// <returns>What differs, one line each, in English for operators.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(TranscodePlan plan, string folder, CancellationToken ct)
    {
        var differences = new List<string>();
        foreach (var planned in plan.Outputs)
            differences.AddRange(await CompareAsync(planned, plan, folder, ct));
        return differences;
    }

    private async Task<IEnumerable<string>> CompareAsync(PlannedOutput planned, TranscodePlan plan, string folder, CancellationToken ct)
    {
        var playlist = TranscodePlan.Playlist(planned.Name);
        if (!File.Exists(Path.Combine(folder, playlist)))
            return [$"{planned.Name}: missing"];
        var listed = await ProbeAsync(ProbeReport.Entries, "json", playlist, folder, null, ct);
        var report = ProbeReport.Parse(listed.Output);
        if (!listed.Succeeded || report is null)
            return [$"{planned.Name}: unreadable"];
        var packets = new PacketTable(options.Value.MaxPackets);
        await ProbeAsync(PacketTable.Entries, "csv=p=0", playlist, folder, line => packets.AddLine(line.Span), ct);
        return OutputCheck.Differences(planned, plan.DurationSeconds, report, packets).Select(text => $"{planned.Name}: {text}");
    }

    // The playlist is our own, so here alone the hls reader is open; the box still shows nothing but this folder.
    private Task<ProcessEnd> ProbeAsync(
        string entries, string format, string playlist, string folder, Action<ReadOnlyMemory<char>>? onLine, CancellationToken ct)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", "-protocol_whitelist", "file", "-format_whitelist", "hls,mov,mp4", "-allowed_extensions", "ALL",
            "-show_entries", entries, "-of", format, "-i", $"{Sandbox.Output}/{playlist}",
        ];
        var order = new SandboxOrder(tools.Ffprobe, arguments, options.Value.ProbeDeadline)
        {
            OutputFolder = folder,
            MemoryMiB = options.Value.MemoryMiB,
            FileMiB = 1,
        };
        return processes.RunAsync(sandbox.Wrap(order) with { OnLine = onLine }, ct);
    }
}
