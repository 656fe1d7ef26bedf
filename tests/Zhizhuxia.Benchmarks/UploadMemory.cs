using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// One large upload to the real program on a data folder of its own, jobs included. Growth counts from the moment it was ready, before it had
/// served anything: code that is loaded and compiled meanwhile is in it.
/// </summary>
internal static class UploadMemory
{
    private const int AllowedMiB = 200;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var length = (long)options.Number("mib", 2048) << 20;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Intake:MaxFileMiB"] = $"{(length >> 20) + 1}" }, ct);
        using var client = portal.Client();
        var before = ProcessMemory.Of(portal.ProcessId);
        Console.WriteLine($"ready: {before}");

        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var most = MostAsync(portal.ProcessId, done.Token);
        var watch = Stopwatch.StartNew();
        var step = 0L;
        var (draft, sha256) = await new TusUpload(client).RunAsync(length, () => Tell(portal.ProcessId, ++step * TusUpload.Chunk, length), ct);
        var seconds = watch.Elapsed.TotalSeconds;
        await CheckAsync(portal, draft, sha256, ct);
        await done.CancelAsync();

        var peak = await most;
        var growth = (peak.WorkingSet - before.WorkingSet) >> 20;
        Console.WriteLine($"peak: {peak}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{length >> 20} MiB in {seconds:F1} s, {length / 1e6 / seconds:F0} MB/s, SHA-256 as sent"));
        Console.WriteLine($"working set growth: {growth} MiB (allowed: under {AllowedMiB})");
        return growth < AllowedMiB ? 0 : 1;
    }

    /// <summary>The largest of all samples until it is told to stop.</summary>
    private static async Task<ProcessMemory> MostAsync(int processId, CancellationToken done)
    {
        var most = ProcessMemory.Of(processId);
        using var beat = new PeriodicTimer(SampleEvery);
        while (!done.IsCancellationRequested)
        {
            var now = ProcessMemory.Of(processId);
            most = now.WorkingSet > most.WorkingSet ? now : most;
            try
            {
                await beat.WaitForNextTickAsync(done);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        return most;
    }

    /// <summary>A line for each eighth of the way.</summary>
    private static void Tell(int processId, long sent, long length)
    {
        if (sent * 8 / length != (sent - TusUpload.Chunk) * 8 / length)
            Console.WriteLine($"{Math.Min(sent, length) >> 20} MiB sent: {ProcessMemory.Of(processId)}");
    }

    /// <exception cref="InvalidOperationException">What arrived is not what was sent: there is nothing to measure.</exception>
    private static async Task CheckAsync(PortalProcess portal, Guid draft, string sha256, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        var arrived = await db.Assets.Where(asset => asset.SubmissionId == draft).Select(asset => asset.Sha256).SingleAsync(ct);
        if (arrived != sha256)
            throw new InvalidOperationException($"{sha256} was sent, {arrived} arrived");
    }
}
