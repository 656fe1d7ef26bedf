using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Drills;

/// <summary>R16: SIGTERM while uploads drip in and two films are transcoded.</summary>
internal static class GracefulStop
{
    private const int Length = 400_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        var count = run.Pick(6, 20);
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:HeavySlots"] = "2", ["Jobs:QuickSlots"] = "0" }, ct);
        using var tus = new TusClient(portal);
        await SlowFilm.SendAsync(tus, 2, portal.DataFolder, ct);
        await DrillRun.UntilAsync("both films are transcoded", () => Task.FromResult(SlowFilm.ChildrenOf(portal).Count >= 2), ct);
        var uploads = await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
            (Path: await tus.CreateAsync(Guid.CreateVersion7(), Length, $"film{number}.mp4"), Bytes: TusClient.Bytes(Length, run.Seed + number))));
        var sending = uploads.Select(upload => DripAsync(tus, upload.Path, upload.Bytes)).ToList();
        await Task.WhenAll(sending.Select(drip => drip.UnderWay));
        await DrillRun.UntilAsync("the program has got something of each", () => Task.FromResult(ArrivingIn(portal) >= count), ct);

        var clock = Stopwatch.StartNew();
        await portal.StopAsync();
        var took = clock.Elapsed;
        var children = Children.Of(portal.DataFolder).Count;
        await Task.WhenAll(sending.Select(drip => drip.Ended));
        portal.Set("Jobs:Run", "None");
        await portal.StartAgainAsync(ct);

        run.Saw($"SIGTERM with {count} uploads and 2 transcodes");
        run.Within(took, Bound, "exit");
        run.Must(took <= Bound * 2, "it ended within a minute");
        run.Must(children == 0, $"{children} ffmpeg left");
        await UploadsGoOnAsync(run, tus, uploads, ct);
        await using var db = portal.Data.OpenDb();
        var jobs = await db.Jobs.AsNoTracking().Where(job => job.Kind == JobKind.MakeProxy).ToListAsync(ct);
        run.Must(jobs.Count == 2 && jobs.All(job => job is { State: JobState.Ready, Failures: 0 }), "both transcodes were put back and no attempt counted");
    }

    /// <summary>A sender's bytes may still lie in the network.</summary>
    private static int ArrivingIn(PortalProcess portal) => new DirectoryInfo(Path.Combine(portal.DataFolder, "uploads")).EnumerateFiles().Count(file => file.Length is > 0 and < Length);

    private static async Task UploadsGoOnAsync(DrillRun run, TusClient tus, (string Path, byte[] Bytes)[] uploads, CancellationToken ct)
    {
        var (kept, whole) = (0, 0);
        foreach (var (path, bytes) in uploads)
        {
            using var head = await tus.HeadAsync(path);
            var offset = (int)TusClient.OffsetOf(head)!.Value;
            kept += offset > 0 ? 1 : 0;
            whole += await tus.SendAsync(path, offset, bytes[offset..]) == bytes.Length ? 1 : 0;
        }
        run.Must(kept == uploads.Length, $"{kept} of {uploads.Length} uploads go on from what had arrived, none from zero");
        run.Must(whole == uploads.Length, $"{whole} became whole");
    }

    private static (Task UnderWay, Task Ended) DripAsync(TusClient tus, string path, byte[] bytes)
    {
        var content = new Drip(bytes);
        return (content.Begun, SendAsync());

        async Task SendAsync()
        {
            try
            {
                using var answer = await tus.PatchAsync(path, 0, content);
            }
            catch (Exception cut) when (cut is HttpRequestException or SocketException)
            {
                // The stop cut it: what arrived counts.
            }
        }
    }

    /// <summary>A fifth at once, then a little every tenth of a second: a phone on a train.</summary>
    private sealed class Drip(byte[] bytes) : HttpContent
    {
        private const int Little = 4000;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var at = bytes.Length / 5;
            await stream.WriteAsync(bytes.AsMemory(0, at));
            await stream.FlushAsync();
            for (; at < bytes.Length; at += Little)
            {
                await Task.Delay(100);
                await stream.WriteAsync(bytes.AsMemory(at, Math.Min(Little, bytes.Length - at)));
                await stream.FlushAsync();
                _begun.TrySetResult();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
