using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Drills;

#pragma warning disable CA5394 // chance that can be had again, not a secret

/// <summary>
/// R1 to R3: kill -9 at random moments under uploads, submits, storing and two transcodes. Each reader sends one film after another until the last kill
/// is over, resumes what is cut, and sends each form twice.
/// </summary>
internal static class Acknowledged
{
    private const int Largest = 4 << 20;
    private const int Piece = 128 << 10;
    private const string Small = "-f lavfi -i testsrc2=s=160x90:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private const string ForTranscoding = "-f lavfi -i testsrc2=s=640x360:r=30:d=20 -c:v mpeg4 -q:v 4"; // no browser plays it
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        var (kills, readers) = (run.Pick(8, 200), run.Pick(8, 50));
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:HeavySlots"] = "2" }, ct);
        using var over = new CancellationTokenSource();
        ConcurrentBag<PatientReader> films = [];
        var path = Path.Combine(portal.DataFolder, "drawn.mp4");
        var clip = await MadeFilm.MakeAsync(path, Small, ct);
        var slow = await MadeFilm.MakeAsync(path, ForTranscoding, ct);
        File.Delete(path);
        foreach (var seed in (int[])[1, 2])
            await SendAsync(portal, TusClient.Padded(slow, [(byte)seed]), films);

        var sending = Task.WhenAll(Enumerable.Range(0, readers).Select(number => KeepSendingAsync(portal, new Random(run.Seed + number + 1), clip, films, over.Token)));
        List<TimeSpan> ready = [];
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(run.Between(20, 600), ct);
            await portal.KillAsync();
            var clock = Stopwatch.StartNew();
            await portal.StartAgainAsync(ct);
            ready.Add(clock.Elapsed);
        }
        await over.CancelAsync();
        await sending;

        var cut = films.Sum(film => film.Cut);
        run.Saw($"{kills} kills, {readers} readers, 2 transcodes at once, {films.Count} films, {cut} requests cut in the middle of their bytes");
        await CheckAsync(run, portal, [.. films], ct);
        run.Within(ready.Order().ElementAt((int)(ready.Count * 0.95)), ReadyWithin, "ready again, p95");
        await OrderlyAsync(run, portal.DataFolder);
        foreach (var film in films)
            film.Dispose();
    }

    /// <summary>R3, by the operators' commands: what the kills left is tidied once, and then there is nothing more; every byte is as it was written.</summary>
    public static async Task OrderlyAsync(DrillRun run, string folder)
    {
        var first = await Operator.RunAsync("reconcile", folder, "--fix", "--Operation:Grace=00:00:00");
        var second = await Operator.RunAsync("reconcile", folder, "--fix", "--Operation:Grace=00:00:00");
        var verified = await Operator.RunAsync("verify", folder);
        run.Must(second is { ExitCode: 0, Findings: 0 }, $"reconcile: {first.Findings} leftovers tidied, the second time {second.Findings} ({second.Said})");
        run.Must(verified.ExitCode == 0, $"verify: {verified.Said}");
    }

    private static async Task SendAsync(PortalProcess portal, byte[] bytes, ConcurrentBag<PatientReader> films)
    {
        var film = new PatientReader(portal, bytes, Piece);
        films.Add(film);
        await film.RunAsync();
    }

    private static async Task KeepSendingAsync(PortalProcess portal, Random random, byte[] clip, ConcurrentBag<PatientReader> films, CancellationToken over)
    {
        do
            await SendAsync(portal, TusClient.Padded(clip, TusClient.Bytes(random.Next(Largest / 2, Largest), random.Next())), films);
        while (!over.IsCancellationRequested);
    }

    private static async Task CheckAsync(DrillRun run, PortalProcess portal, List<PatientReader> films, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        JobKind[] work = [JobKind.StoreAsset, JobKind.InspectAsset, JobKind.MakeProxy];
        await DrillRun.UntilAsync("the work is done", async () => !await db.Jobs.AnyAsync(job => work.Contains(job.Kind) && job.State != JobState.Done, ct), ct);
        var pieces = await db.Submissions.Include(piece => piece.Assets).AsNoTracking().Where(piece => piece.State != State.Draft).ToListAsync(ct);
        var (told, there) = (films.Select(film => film.Number!).ToHashSet(), pieces.Select(piece => piece.Number!).ToHashSet());
        run.Must(told.IsSubsetOf(there), $"{told.Except(there).Count()} acknowledged pieces lost");
        run.Must(told.Count == films.Count && there.Count == told.Count, $"{there.Except(told).Count() + films.Count - told.Count} double; each form sent twice gave the same receipt");
        await using var scope = portal.Data.Scope();
        var store = scope.ServiceProvider.GetRequiredService<IBlobStore>();
        var wrong = 0;
        foreach (var film in films)
        {
            var asset = pieces.Single(piece => piece.Id == film.Draft).Assets.Single();
            await using var content = await store.OpenReadAsync(BlobKey.Original(asset.Id), ct);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            wrong += asset.Sha256 == film.Sha256 && hash == film.Sha256 ? 0 : 1;
        }
        run.Must(wrong == 0, $"{wrong} films with a wrong hash");
        var watched = pieces.SelectMany(piece => piece.Assets).Count(asset => asset.Find(RenditionKind.Proxy)?.Entry == "proxy.m3u8");
        run.Must(watched == films.Count, $"{watched} of {films.Count} films were transcoded in the end");
    }
}
