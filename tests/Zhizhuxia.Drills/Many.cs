using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Drills;

/// <summary>
/// A film of half an hour, so that there are ranges left while the two of the lost workers wait, comes in over both web processes and is encoded by three workers. One of them is killed in the middle of a range,
/// another is stopped in the middle of one and woken when somebody else has made it.
/// </summary>
internal static class Many
{
    private const string Film = "-f lavfi -i testsrc=s=160x90:r=8:d=1860 -f lavfi -i sine=f=440:d=1860 -c:v mpeg4 -q:v 5 -g 80 -c:a aac -b:a 48k";
    private static readonly TimeSpan TakenOverWithin = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        await using var room = await ManyRoom.OpenAsync(ct);
        var film = await MadeFilm.MakeAsync(room.File("film.mp4"), Film, ct);
        var asset = await UploadAsync(room, film, run, ct);
        var watch = new RangeWatch(room.Data, asset);
        await DrillRun.UntilAsync("the film can be watched", async () => await watch.HasAsync(RenditionKind.Proxy, ct), ct);
        await watch.AdoptAsync(ct);

        var killed = await CatchAsync(room, watch, null, ct);
        await room.Workers[killed.Worker!].KillAsync();
        var waited = await watch.TakenOverAsync(killed, ct);
        run.Within(waited, TakenOverWithin, "the killed worker's range is taken over");
        var stopped = await CatchAsync(room, watch, killed, ct);
        await watch.TakenOverAsync(stopped, ct);
        await DrillRun.UntilAsync("the stopped worker's range is made", async () => (await watch.JobAsync(stopped.Id, ct)).State is JobState.Done, ct);
        var made = await watch.PartAsync(stopped, ct);
        room.Workers[stopped.Worker!].Signal(18);
        await DrillRun.UntilAsync("the woken worker knows", () => Task.FromResult(room.Workers[stopped.Worker!].Output.Any(line => line.Contains($"{stopped.Id} EncodeRange was taken over", StringComparison.Ordinal))), ct);
        run.Must(await watch.PartAsync(stopped, ct) == made && (await watch.FilesOfAsync(stopped.Token, ct)).All(file => !file.Contains($"-{made.Number:D4}-", StringComparison.Ordinal)), "the woken worker noticed and wrote nothing");

        await DrillRun.UntilAsync("the film is joined", () => watch.HasAsync(RenditionKind.Ladder, ct), ct);
        await TellAsync(run, watch, [killed, stopped], ct);
    }

    /// <summary>Pieces of the film go to one web process and the other in turn; the form goes to the second.</summary>
    /// <returns>Id of the film.</returns>
    private static async Task<Guid> UploadAsync(ManyRoom room, byte[] film, DrillRun run, CancellationToken ct)
    {
        const int Pieces = 10;
        using var tus = new TusClient(room.Webs[0]);
        using (await tus.Http.GetAsync(new Uri("/submit", UriKind.Relative), ct))
        {
            // the browser gets its cookie from the first; both must know it
        }
        var path = await tus.CreateAsync(Guid.CreateVersion7(), film.Length);
        var piece = (film.Length / Pieces) + 1;
        for (var (at, turn) = (0, 0); at < film.Length; turn++)
            at = (int)await tus.SendAsync(new Uri(room.Webs[turn % 2].Address, path).ToString(), at, film[at..Math.Min(film.Length, at + piece)]);
        using var answer = await Forms.SubmitAsync(tus.Http, Forms.Film(path), Guid.NewGuid().ToString("N"));
        answer.EnsureSuccessStatusCode();
        await using var db = room.Data.OpenDb();
        var asset = await db.Assets.AsNoTracking().SingleAsync(ct);
        run.Must(asset.Sha256 == TusClient.Sha256(film), $"{Pieces} pieces of a film sent to both web processes in turn are that film");
        return asset.Id;
    }

    /// <summary>A worker stopped by SIGSTOP while it certainly has a range.</summary>
    /// <returns>Its job, as it holds it.</returns>
    /// <exception cref="InvalidOperationException">All ranges were made before one could be caught.</exception>
    private static async Task<Job> CatchAsync(ManyRoom room, RangeWatch watch, Job? notThis, CancellationToken ct)
    {
        while (true)
        {
            var ranges = await watch.RangesAsync(ct);
            if (ranges.Count > 0 && ranges.All(job => job.State is JobState.Done || job.Id == notThis?.Id))
                throw new InvalidOperationException("all ranges were made before one could be caught");
            if (ranges.FirstOrDefault(job => job.State is JobState.Running && job.Worker != notThis?.Worker && job.Id != notThis?.Id) is { } range)
            {
                room.Workers[range.Worker!].Signal(19);
                var now = await watch.JobAsync(range.Id, ct);
                if (now.State is JobState.Running && now.Token == range.Token)
                    return now;
                room.Workers[range.Worker!].Signal(18); // it had just ended
            }
            await Task.Delay(20, ct);
        }
    }

    private static async Task TellAsync(DrillRun run, RangeWatch watch, Job[] lost, CancellationToken ct)
    {
        var ranges = await watch.RangesAsync(ct);
        var twice = ranges.Where(job => job.Token > 1).Select(job => job.Id).ToList();
        var workers = ranges.Select(job => job.Worker).Concat(lost.Select(job => job.Worker)).Distinct().Count();
        run.Must(ranges.Count >= 10 && workers == 3, $"{ranges.Count} ranges of 31 min were encoded by {workers} workers");
        run.Must(twice.All(id => lost.Any(job => job.Id == id)) && twice.Count == lost.Length, $"{twice.Count} ranges were made twice: one for the kill, one for the stop");
        run.Must(ranges.All(job => job.Failures == 0), "no job failed");
    }
}
