using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed class ParentDeathTests(MediaRoom media)
{
    private const string Slow = "-f lavfi -i testsrc2=s=1280x720:r=30:d=60 -c:v mpeg4 -q:v 5";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_minus_nine_leaves_no_ffmpeg_and_the_next_life_goes_on()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        await portal.KillAsync();
        var assetId = await BringAsync(portal, await media.MakeAsync("slow.mp4", Slow));
        portal.Set("Jobs:Run", "All");
        await portal.StartAgainAsync(Ct);
        await UntilAsync(() => Task.FromResult(Children.Of(portal.DataFolder).Any(line => line.Contains("proxy.m3u8", StringComparison.Ordinal))));

        await portal.KillAsync();

        var clock = Stopwatch.StartNew();
        await UntilAsync(() => Task.FromResult(Children.Of(portal.DataFolder).Count == 0));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"ffmpeg lived on for {clock.Elapsed}");
        await portal.StartAgainAsync(Ct);
        await UntilAsync(async () =>
        {
            await using var db = portal.Data.OpenDb();
            return (await db.Assets.AsNoTracking().SingleAsync(row => row.Id == assetId, Ct)).Find(RenditionKind.Proxy)?.Entry == "proxy.m3u8";
        });
        await portal.StopAsync();
        Assert.Empty(Children.Of(portal.DataFolder));
    }

    [Fact]
    public async Task A_child_outlives_the_pool_thread_that_asked_for_it()
    {
        // The asker's thread ends at once; a child started by it would get its parent-death signal then.
        var order = media.Sandbox.Wrap(new SandboxOrder("/usr/bin/sleep", ["2"], TimeSpan.FromSeconds(10)) { MemoryMiB = 256, FileMiB = 1 });
        Task<ProcessEnd>? run = null;
        var asker = new Thread(() => run = media.Processes.RunAsync(order, Ct));
        asker.Start();
        asker.Join();

        Assert.True((await run!).Succeeded);
    }

    [Fact]
    public async Task What_was_killed_before_its_child_stood_leaves_nothing_behind()
    {
        // What the box finds when the program was killed while it was being set up: nobody holds its standard input.
        var folder = media.NewFolder();
        var order = media.Sandbox.Wrap(new SandboxOrder("/usr/bin/sh", ["-c", $"sleep 1; touch {Sandbox.Output}/lived"], TimeSpan.FromSeconds(20)) { MemoryMiB = 256, FileMiB = 1, OutputFolder = folder });

        Assert.True((await media.Processes.RunAsync(order, Ct)).Succeeded);
        File.Delete(Path.Combine(folder, "lived"));
        var end = await media.Processes.RunAsync(order with { LivesByStandardInput = false }, Ct);

        Assert.False(end.Succeeded);
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static async Task<Guid> BringAsync(PortalProcess portal, string clip)
    {
        var (submissionId, assetId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var db = portal.Data.OpenDb();
        var submission = FilmRoom.Piece(submissionId);
        submission.Assets.Add(FilmRoom.Film(submissionId, assetId, new FileInfo(clip).Length));
        db.Add(submission);
        await db.SaveChangesAsync(Ct);
        await db.Jobs.Where(row => row.Kind == JobKind.StoreAsset).ExecuteDeleteAsync(Ct);
        await using var scope = portal.Data.Scope();
        await using var file = File.OpenRead(clip);
        await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(assetId), file, Ct);
        return assetId;
    }

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var clock = Stopwatch.StartNew();
        while (!await there())
        {
            Assert.True(clock.Elapsed < Patience, "waited too long");
            await beat.WaitForNextTickAsync(Ct);
        }
    }
}
