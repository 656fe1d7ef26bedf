using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>An inspection that is stopped while a program looks at the film, or killed between the poster and the row.</summary>
[Collection(nameof(MediaRoom))]
public sealed class InspectionStoppedTests(MediaRoom media)
{
    private const string Hevc = "-f lavfi -i testsrc2=s=640x360:r=30:d=3 -c:v libx265 -preset ultrafast -x265-params log-level=error -tag:v hvc1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_while_a_program_runs_it_leaves_no_child_and_no_trace_and_is_done_anew()
    {
        await using var room = await FilmRoom.WithAsync(await ClipAsync(), State.Review1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = room.RunAsync(JobKind.InspectAsset, stop.Token);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (room.Children().Count == 0 && !first.IsCompleted)
            await beat.WaitForNextTickAsync(Ct);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty(room.Children());
        Assert.Empty(WorkFolders(room));
        Assert.Equal((AssetState.Inspecting, null), ((await room.AssetAsync()).State, (await room.AssetAsync()).Facts));
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await InspectedOnceAsync(room, attempt: 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Killed_before_or_after_the_poster_is_stored_it_is_done_anew_under_a_new_name(int seam)
    {
        await using var room = await FilmRoom.WithAsync(await ClipAsync(), State.Review1, JobsByHand.MakeMortal);
        room.Newsroom.Death().Await(seam);

        Assert.False(await room.Newsroom.DoNextAsync(JobKind.InspectAsset, Ct));
        Assert.Equal((AssetState.Inspecting, 0), ((await room.AssetAsync()).State, (await room.AssetAsync()).Renditions.Count));
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.InspectAsset, Ct));

        await InspectedOnceAsync(room, attempt: 2);
    }

    [Fact]
    public async Task A_refusal_that_is_worked_out_twice_is_written_to_the_reader_once()
    {
        var path = Path.Combine(media.Folder, "words.mp4");
        await File.WriteAllTextAsync(path, "plain words", Ct);
        await using var room = await FilmRoom.WithAsync(path, State.Review1);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.InspectAsset);

        await room.RunAsync(JobKind.InspectAsset, Ct);

        Assert.Equal(AssetState.Rejected, (await room.AssetAsync()).State);
        Assert.Single(await room.JobsAsync(JobKind.SendMail));
    }

    private Task<string> ClipAsync() => media.MakeAsync("inspected.mp4", Hevc);

    private static IEnumerable<string> WorkFolders(FilmRoom room)
    {
        var work = Path.Combine(room.Newsroom.Root, "work");
        return Directory.Exists(work) ? Directory.EnumerateDirectories(work) : [];
    }

    private static async Task InspectedOnceAsync(FilmRoom room, int attempt)
    {
        var asset = await room.AssetAsync();
        Assert.Equal((AssetState.Ready, false), (asset.State, asset.PlayableInBrowser));
        var poster = Assert.Single(asset.Renditions);
        Assert.Equal((RenditionKind.Poster, attempt), (poster.Kind, poster.Attempt));
        Assert.Equal([0xFF, 0xD8], (await room.ReadAsync(poster, PosterPlan.FileName))[..2]);
        Assert.Single(await room.JobsAsync(JobKind.MakeProxy));
        Assert.Equal(JobState.Done, Assert.Single(await room.JobsAsync(JobKind.InspectAsset)).State);
        Assert.Empty(WorkFolders(room));
    }
}
