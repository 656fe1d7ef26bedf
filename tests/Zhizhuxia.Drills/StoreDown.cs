using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Storage;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Drills;

/// <summary>
/// R6: films have arrived; then the object store refuses, hangs, resets, answers 503 and is slow in turn. Readers hand in as if nothing were, and every
/// film is stored once when the store is back.
/// </summary>
internal static class StoreDown
{
    private static readonly Fault[] _faults = [Fault.Refuse, Fault.Hang, Fault.Reset, Fault.Unavailable, Fault.Slow];

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        var (count, each) = (run.Pick(10, 50), TimeSpan.FromSeconds(run.Pick(3, 60)));
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        var real = new Uri(azurite.Address);
        await using var proxy = new FaultProxy(real.Port);
        var settings = new Dictionary<string, string>
        {
            ["Storage:Kind"] = "Azure", ["Storage:AzurePrefix"] = "down", ["Jobs:Run"] = "None",
            ["Storage:AzureConnectionString"] = azurite.ConnectionString.Replace($":{real.Port}/", $":{proxy.Port}/", StringComparison.Ordinal),
        };
        await using var portal = await PortalProcess.StartAsync(settings, ct);
        using var tus = new TusClient(portal);
        var clip = await MadeFilm.MakeAsync(Path.Combine(portal.DataFolder, "clip.mp4"), MadeFilm.Small, ct);
        List<string> paths = [];
        for (var number = 0; number < count; number++)
            paths.Add(await tus.UploadAsync(Guid.CreateVersion7(), TusClient.Padded(clip, TusClient.Bytes(100_000 + number, run.Seed + number))));

        await proxy.SetAsync(_faults[0]);
        await using var worker = WorkerProcess.Start([.. settings.Where(one => one.Key.StartsWith("Storage", StringComparison.Ordinal)).Select(one => $"--{one.Key}={one.Value}"), .. TestDatabase.ArgumentsOf(portal.DataFolder)]);
        var acknowledged = 0;
        foreach (var fault in _faults)
        {
            await proxy.SetAsync(fault);
            foreach (var path in paths.Skip(acknowledged).Take(count / _faults.Length).ToList())
            {
                using var answer = await Forms.SubmitAsync(tus.Http, Forms.Film(path), Guid.NewGuid().ToString("N"));
                acknowledged += answer.IsSuccessStatusCode ? 1 : 0;
            }
            await Task.Delay(each, ct);
        }
        await proxy.SetAsync(Fault.None);

        run.Saw(FormattableString.Invariant($"{_faults.Length} faults for {each.TotalSeconds:F0} s each, {proxy.Met} connections met one"));
        run.Must(acknowledged == count, $"{acknowledged} of {count} pieces acknowledged meanwhile");
        await StoredAsync(run, portal, count, ct);
    }

    private static async Task StoredAsync(DrillRun run, PortalProcess portal, int count, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        // Waits between tries grow to minutes; here they are over at once when the store is back.
        await DrillRun.UntilAsync("the films are stored", async () =>
        {
            await db.Jobs.Where(job => job.Kind == JobKind.StoreAsset && job.State == JobState.Ready).ExecuteUpdateAsync(set => set.SetProperty(job => job.ReadyAt, job => job.CreatedAt), ct);
            return await db.Assets.CountAsync(asset => asset.Stored, ct) == count;
        }, ct);
        var dead = await db.Jobs.CountAsync(job => job.State == JobState.Dead, ct);
        var drafts = await db.Submissions.CountAsync(piece => piece.State == State.Draft, ct);
        run.Must(dead == 0 && drafts == 0, $"{count} stored; {dead} jobs parked, {drafts} drafts left");
    }
}
