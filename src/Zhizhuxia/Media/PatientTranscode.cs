namespace Zhizhuxia.Media;

/// <summary>Runs a plan, and once more with the tolerant profile when the film has errors in it; tells of its progress meanwhile.</summary>
public sealed class PatientTranscode(Transcode transcode, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until the outputs are made and verified.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="inputPath">The reader's file.</param>
    /// <param name="folder">Where the outputs go; emptied before a second try.</param>
    /// <param name="beat">Called about four times a second with the finished share, 0 to 1; when it throws, the run is ended.</param>
    /// <exception cref="TranscodeFailedException">Both tries ended badly, or what came out is not as planned.</exception>
    public async Task RunAsync(
        TranscodePlan plan, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        var first = await TryAsync(plan, inputPath, folder, beat, ct);
        if (first.IsVerified)
            return;
        foreach (var file in Directory.EnumerateFiles(folder))
            File.Delete(file);
        var second = await TryAsync(plan.Tolerant(), inputPath, folder, beat, ct);
        if (!second.IsVerified)
            throw new TranscodeFailedException(second);
    }

    /// <summary>Runs a plan on files of our own, where there is nothing to be tolerant about; as <see cref="RunAsync"/> otherwise.</summary>
    public async Task OnceAsync(
        TranscodePlan plan, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        var end = await TryAsync(plan, inputPath, folder, beat, ct);
        if (!end.IsVerified)
            throw new TranscodeFailedException(end);
    }

    private async Task<TranscodeEnd> TryAsync(
        TranscodePlan plan, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var share = 0.0;
        var run = transcode.RunAsync(plan, inputPath, folder, now => Volatile.Write(ref share, now), stop.Token);
        try
        {
            while (await Task.WhenAny(run, Task.Delay(Beat, time, stop.Token)) != run)
                await beat(Volatile.Read(ref share), stop.Token);
            return await run;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(run); // whatever happened, no child outlives this method
        }
    }
}
