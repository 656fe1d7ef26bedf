using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.Drills;

/// <summary>R18: a backup while readers hand in links and films, restored elsewhere.</summary>
internal static class BackupUnderLoad
{
    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(), ct);
        var place = Directory.CreateTempSubdirectory("zzx-backup-").FullName;
        using var over = new CancellationTokenSource();
        ConcurrentDictionary<string, string> receipts = [];
        try
        {
            var clip = await MadeFilm.MakeAsync(Path.Combine(place, "clip.mp4"), MadeFilm.Small, ct);
            var readers = Enumerable.Range(0, run.Pick(4, 16)).Select(number => ReadAsync(portal, number, clip, receipts, over.Token)).ToList();
            await DrillRun.UntilAsync("pieces are there", async () =>
            {
                if (readers.Find(reader => reader.IsFaulted) is { } refused)
                    await refused;
                return receipts.Count >= run.Pick(40, 2000);
            }, ct);
            var before = receipts.ToDictionary();
            var backup = await Operator.RunAsync("backup", portal.DataFolder, Path.Combine(place, "backup"));
            var after = receipts.Count;
            await over.CancelAsync();
            await Task.WhenAll(readers);
            var restored = Path.Combine(place, "restored");
            var restore = await Operator.RunAsync("restore", restored, Path.Combine(place, "backup"));

            run.Saw($"{before.Count} pieces when the backup began, {after} when it ended");
            run.Must(after > before.Count && backup.ExitCode == 0, $"backup under load: {backup.Said.Replace(place, "DIR", StringComparison.Ordinal)}");
            run.Must(restore.ExitCode == 0, $"restore: {restore.Said}");
            await CompareAsync(run, restored, before, ct);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>The newsroom elsewhere is opened, and every fiftieth reader asks with the receipt.</summary>
    private static async Task CompareAsync(DrillRun run, string restored, Dictionary<string, string> before, CancellationToken ct)
    {
        await using (var data = new PortalData(restored, TestDatabase.SettingsOf(restored)))
        await using (var db = data.OpenDb())
        {
            var there = (await db.Submissions.AsNoTracking().Select(piece => piece.Number).ToListAsync(ct)).ToHashSet();
            var missing = before.Keys.Count(number => !there.Contains(number));
            run.Must(missing == 0, $"{missing} of the pieces acknowledged before are missing");
        }
        await using var elsewhere = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Storage:Root"] = restored }, ct);
        using var client = elsewhere.Client();
        var known = 0;
        var asked = before.Values.Where((_, place) => place % 50 == 0).ToList();
        foreach (var receipt in asked)
        {
            using var answer = await Forms.LookUpAsync(client, receipt);
            known += answer.IsSuccessStatusCode ? 1 : 0;
        }
        run.Must(known == asked.Count, $"{known} of {asked.Count} receipts open their piece there");
    }

    /// <summary>Nine links, then a film: one that is refused before it is submitted cannot be submitted.</summary>
    private static async Task ReadAsync(PortalProcess portal, int number, byte[] clip, ConcurrentDictionary<string, string> receipts, CancellationToken over)
    {
        using var tus = new TusClient(portal);
        for (var piece = 0; !over.IsCancellationRequested; piece++)
        {
            var form = piece % 10 == 9
                ? Forms.Film(await tus.UploadAsync(Guid.CreateVersion7(), TusClient.Padded(clip, TusClient.Bytes(200_000, (number * 10_000) + piece))))
                : LinkCalls.Form($"https://www.bilibili.com/video/av{(number * 10_000) + piece + 1}");
            var receipt = await Forms.ReceiptAsync(tus.Http, form);
            receipts[receipt.GetProperty("number").GetString()!] = receipt.GetProperty("receipt").GetString()!;
        }
    }
}
