using System.Diagnostics;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.Worker;

/// <summary><c>transcode FILE --out DIR</c>: what the jobs would make of a film, in DIR/proxy and DIR/ladder, and what it cost.</summary>
internal sealed class TranscodeCommand(ProvenBox box, Probe probe, TranscodeFile transcode, MeasureFiles measure, FfmpegProcess processes)
{
    /// <summary>Prints what was made; an output that is not as planned is not left behind.</summary>
    /// <returns>0: made and verified; 1: not as planned; 3: refused.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var film = line.Film();
        var folder = line.Out ?? throw CommandLine.Wrong("transcode needs --out DIR");
        await box.RequireAsync(ct);
        var judged = await probe.InspectAsync(film, ct);
        if (judged.Facts is not { } facts)
            return Tell(line, new([], 0, 0, false, [$"{judged.RefusalCode}: {RefusalTexts.All[judged.RefusalCode!]}"]), InspectCommand.Refused);
        var clock = Stopwatch.StartNew();
        var before = processes.ProcessorTime; // the inspection is not the transcode's cost
        var differences = new List<string>();
        List<string> folders = [];
        foreach (var kind in Kinds(line))
        {
            folders.Add(Path.Combine(folder, kind.ToString().ToLowerInvariant()));
            differences.AddRange(await MakeAsync(kind, facts, film, folders[^1], ct));
        }
        var (cpu, wall) = (processes.ProcessorTime - before, clock.Elapsed);
        var files = new List<MadeFile>();
        foreach (var made in folders.Where(Directory.Exists))
            files.AddRange(await measure.RunAsync(made, ct));
        return Tell(line, new(files, Rounded(cpu), Rounded(wall), differences.Count == 0, differences), differences.Count == 0 ? 0 : 1);
    }

    private static IEnumerable<RenditionKind> Kinds(CommandLine line)
    {
        var all = line.Flags.Contains("--proxy") == line.Flags.Contains("--ladder");
        if (all || line.Flags.Contains("--proxy"))
            yield return RenditionKind.Proxy;
        if (all || line.Flags.Contains("--ladder"))
            yield return RenditionKind.Ladder;
    }

    /// <summary>Replaces what a former call left in the folder.</summary>
    private async Task<IReadOnlyList<string>> MakeAsync(RenditionKind kind, VideoFacts facts, string film, string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var work = $"{folder}.part";
        try
        {
            foreach (var former in Directory.CreateDirectory(work).EnumerateFiles())
                former.Delete();
            await transcode.RunAsync(kind, facts, film, work, share => Console.Error.WriteLine($"{kind} {share:P0}"), ct);
            Directory.Move(work, folder);
            return [];
        }
        catch (TranscodeFailedException failed)
        {
            var differences = failed.End.Differences;
            return differences.Count > 0 ? differences : [failed.Message];
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true); // also when the operator stops it
        }
    }

    private static int Tell(CommandLine line, Transcoded outcome, int exitCode)
    {
        if (line.Json)
        {
            OperatorCommand.Print(outcome);
            return exitCode;
        }
        foreach (var file in outcome.Files)
            Console.Out.WriteLine(FormattableString.Invariant($"{file.Kind,-8} {file.Width}x{file.Height} {file.DurationSeconds:0.000} s {file.Bytes} bytes {file.Path}"));
        foreach (var difference in outcome.Differences)
            Console.Out.WriteLine(difference);
        Console.Out.WriteLine(FormattableString.Invariant($"{outcome.CpuSeconds:0.00} s of processor time, {outcome.WallSeconds:0.00} s, {(outcome.Verified ? "verified" : "not verified")}"));
        return exitCode;
    }

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

/// <summary>The JSON of <c>transcode</c>.</summary>
/// <param name="Files">What was made, measured.</param>
/// <param name="CpuSeconds">User and system time of all children that made and verified it; the inspection before is not in it.</param>
/// <param name="WallSeconds">The same by the clock.</param>
/// <param name="Verified">Every output is as planned.</param>
/// <param name="Differences">What is not, or why the file was refused.</param>
internal sealed record Transcoded(IReadOnlyList<MadeFile> Files, double CpuSeconds, double WallSeconds, bool Verified, IReadOnlyList<string> Differences);
