using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>How a transcode ended.</summary>
/// <param name="End">The child's end.</param>
/// <param name="Differences">What the outputs are instead of what was planned; empty when all is right. Only looked at after a good end.</param>
public sealed record TranscodeEnd(ProcessEnd End, IReadOnlyList<string> Differences)
{
    /// <summary>ffmpeg ended well and every output is as planned: it may be used.</summary>
    public bool IsVerified => End.Succeeded && Differences.Count == 0;
}

/// <summary>Carries a plan out in the box and verifies what came of it.</summary>
public sealed class Transcode(
    FfmpegProcess processes, Sandbox sandbox, SandboxState state, MediaTools tools, VerifyOutput verify, IOptions<MediaOptions> options)
{
    /// <summary>Runs one plan.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="inputPath">The reader's file.</param>
    /// <param name="outputFolder">An empty folder; after a bad end it holds rubbish.</param>
    /// <param name="progress">Receives the finished share, 0 to 1, from the thread that reads the pipe; never more than twice a second.</param>
    /// <exception cref="Jobs.JobPostponedException">The box is closed; nothing was opened.</exception>
    public async Task<TranscodeEnd> RunAsync(
        TranscodePlan plan, string inputPath, string outputFolder, Action<double>? progress, CancellationToken ct)
    {
        await state.RequireAsync(ct);
        if (plan.Preparation is not { } preparation)
            return await MakeAsync(plan, inputPath, outputFolder, progress, ct);
        var prepared = await RunAsync(preparation, plan, inputPath, outputFolder, null, ct);
        var made = prepared.Succeeded ? await MakeAsync(plan, inputPath, outputFolder, progress, ct) : new TranscodeEnd(prepared, []);
        File.Delete(Path.Combine(outputFolder, LooseSound.FileName));
        return made;
    }

    private async Task<TranscodeEnd> MakeAsync(TranscodePlan plan, string inputPath, string outputFolder, Action<double>? progress, CancellationToken ct)
    {
        var end = await RunAsync(plan.Arguments, plan, inputPath, outputFolder, progress, ct);
        foreach (var file in plan.Fragmented.Select(name => Path.Combine(outputFolder, name)).Where(path => end.Succeeded && File.Exists(path)))
            await EditLists.DissolveAsync(file, ct);
        return new TranscodeEnd(end, end.Succeeded ? await verify.RunAsync(plan, inputPath, outputFolder, ct) : []);
    }

    private Task<ProcessEnd> RunAsync(
        IReadOnlyList<string> arguments, TranscodePlan plan, string inputPath, string outputFolder, Action<double>? progress, CancellationToken ct)
    {
        var meter = new ProgressMeter(plan.DurationSeconds, progress);
        var order = new SandboxOrder(tools.Ffmpeg, arguments, plan.Wall)
        {
            InputPath = inputPath,
            Parts = plan.Parts,
            OutputFolder = outputFolder,
            MemoryMiB = options.Value.MemoryMiB,
            FileMiB = options.Value.MaxOutputMiB,
            Threads = options.Value.Threads * 2,
        };
        return processes.RunAsync(sandbox.Wrap(order) with { OnLine = meter.ReadLine }, ct);
    }
}
