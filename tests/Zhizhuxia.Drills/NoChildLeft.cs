using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Drills;

/// <summary>R17: kill -9 while a film is transcoded, again and again; then a job after a long silence.</summary>
internal static class NoChildLeft
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        var kills = run.Pick(3, 50);
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(), ct);
        using var tus = new TusClient(portal);
        await SlowFilm.SendAsync(tus, 1, portal.DataFolder, ct);
        List<TimeSpan> gone = [];
        for (var kill = 0; kill < kills; kill++)
        {
            await DrillRun.UntilAsync("the film is transcoded", () => Task.FromResult(SlowFilm.ChildrenOf(portal).Count > 0), ct);
            await Task.Delay(run.Between(0, 500), ct);
            await portal.KillAsync();
            gone.Add(await DrillRun.UntilAsync("no ffmpeg is left", () => Task.FromResult(Children.Of(portal.DataFolder).Count == 0), ct));
            await portal.StartAgainAsync(ct);
        }
        run.Saw($"{kills} kills while transcoding");
        run.Within(gone.Max(), Bound, "no ffmpeg left, longest");
        await using var db = portal.Data.OpenDb();
        await DrillRun.UntilAsync("the film is made", () => db.Jobs.AnyAsync(job => job.Kind == JobKind.MakeProxy && job.State == JobState.Done, ct), ct);
        run.Must(!await db.Jobs.AnyAsync(job => job.Failures > 0, ct), "the film is made in the end, and no kill counts as a failure");
        if (run.Pick(0, 1) == 0)
            return;
        await Task.Delay(TimeSpan.FromSeconds(90), ct); // threads of the pool retire
        await SlowFilm.SendAsync(tus, 1, portal.DataFolder, ct);
        await DrillRun.UntilAsync("the second film is made", async () => await db.Jobs.CountAsync(job => job.Kind == JobKind.MakeProxy && job.State == JobState.Done, ct) == 2, ct);
        run.Must(await db.Jobs.AnyAsync(job => job.Kind == JobKind.MakeProxy && job.Token == 1 && job.Failures == 0, ct), "a job after 90 s of silence was not killed by a retiring thread");
    }
}
