using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed class MediaJobTests(MediaRoom media)
{
    private const string Hevc = "-f lavfi -i testsrc2=s=1280x720:r=30:d=3 -f lavfi -i sine=f=440:d=3 -c:v libx265 -preset ultrafast -x265-params log-level=error -c:a aac -tag:v hvc1";
    private const string Playable = "-f lavfi -i testsrc2=s=640x360:r=30:d=2 -f lavfi -i sine=f=440:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac";
    private const string Slow = "-f lavfi -i testsrc2=s=1280x720:r=30:d=40 -c:v mpeg4 -q:v 5";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_the_browser_cannot_play_is_ready_with_facts_and_poster_and_a_proxy_is_ordered()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("hevc.mp4", Hevc), State.Review1);

        await room.RunAsync(JobKind.InspectAsset, Ct);

        var asset = await room.AssetAsync();
        Assert.Equal((AssetState.Ready, false), (asset.State, asset.PlayableInBrowser));
        Assert.Equal("1280×720 横屏 · 30 帧/秒 · 0:03 · HEVC · 单声道", asset.FactsLine);
        Assert.Equal([0xFF, 0xD8], (await room.ReadAsync(asset.Find(RenditionKind.Poster)!, PosterPlan.FileName))[..2]);
        Assert.Single(await room.JobsAsync(JobKind.MakeProxy));
    }

    [Fact]
    public async Task A_film_the_browser_plays_gets_its_proxy_at_leisure()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("plays.mp4", Playable), State.Review1);

        await room.RunAsync(JobKind.InspectAsset, Ct);

        Assert.True((await room.AssetAsync()).PlayableInBrowser);
        Assert.Equal(7, Assert.Single(await room.JobsAsync(JobKind.MakeProxy)).Priority);

        await room.RunAsync(JobKind.MakeProxy, Ct);
        Assert.NotNull(ReviewFindings.Of(await room.AssetAsync())!.Storyboard);
    }

    [Fact]
    public async Task Inspecting_twice_changes_nothing()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("hevc.mp4", Hevc), State.Review1);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        var once = await room.AssetAsync();
        await room.OrderAsync(JobKind.InspectAsset);

        await room.RunAsync(JobKind.InspectAsset, Ct);

        Assert.Equal(once.RowVersion, (await room.AssetAsync()).RowVersion);
        Assert.All(await room.JobsAsync(JobKind.InspectAsset), job => Assert.Equal(JobState.Done, job.State));
    }

    [Theory]
    [InlineData(State.Review1, 1)]
    [InlineData(State.Draft, 0)]
    public async Task A_text_named_like_a_film_is_refused_and_a_reader_who_has_left_is_written_to(State state, int letters)
    {
        var path = Path.Combine(media.Folder, "note.mp4");
        await File.WriteAllTextAsync(path, "plain words", Ct);
        await using var room = await FilmRoom.WithAsync(path, state);

        await room.RunAsync(JobKind.InspectAsset, Ct);

        var asset = await room.AssetAsync();
        Assert.Equal((AssetState.Rejected, MediaRefusals.NotMedia), (asset.State, asset.RefusalCode));
        await using var db = room.Newsroom.OpenDb();
        Assert.Equal(letters, await db.Letters.CountAsync(letter => letter.Kind == LetterKind.FilmRefused && letter.AssetId == room.AssetId, Ct));
        Assert.Equal(letters, (await room.JobsAsync(JobKind.SendMail)).Count);
    }

    [Fact]
    public async Task While_the_box_is_closed_nothing_is_opened_and_the_job_is_put_back()
    {
        await using var room = await FilmRoom.WithAsync(
            await media.MakeAsync("plays.mp4", Playable), State.Review1, new SandboxReport(SandboxProof.Closed, ["a canary"], null));

        await Assert.ThrowsAsync<JobPostponedException>(() => room.RunAsync(JobKind.InspectAsset, Ct));

        Assert.Equal(AssetState.Inspecting, (await room.AssetAsync()).State);
    }

    [Fact]
    public async Task A_proxy_is_made_once()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("hevc.mp4", Hevc), State.Review1);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.RunAsync(JobKind.MakeProxy, Ct);
        var made = (await room.AssetAsync()).Find(RenditionKind.Proxy)!;
        await room.OrderAsync(JobKind.MakeProxy);

        await room.RunAsync(JobKind.MakeProxy, Ct);

        Assert.Equal(made, (await room.AssetAsync()).Find(RenditionKind.Proxy)! with { Files = made.Files });
        Assert.Equal(("proxy.m3u8", 960, 540), (made.Entry, made.Width, made.Height));
        var playlist = Encoding.UTF8.GetString(await room.ReadAsync(made, made.Entry));
        Assert.EndsWith("#EXT-X-ENDLIST\n", playlist, StringComparison.Ordinal);
        Assert.All(HlsPlaylist.Files(playlist.Split('\n')), file => Assert.Contains(file, made.Files));
        Assert.Equal("proxy.m3u8", made.Resolve(Rendition.Alias));
    }

    [Fact]
    public async Task With_the_proxy_its_findings_and_all_files_they_name_are_published()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("hevc.mp4", Hevc), State.Review1);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        Assert.Null(ReviewFindings.Of(await room.AssetAsync()));

        await room.RunAsync(JobKind.MakeProxy, Ct);

        var asset = await room.AssetAsync();
        var findings = ReviewFindings.Of(asset)!;
        Assert.Equal(Loudness.Of(asset), findings.Loudness);
        Assert.InRange(findings.Loudness!.IntegratedLufs, -25, -15);
        var board = asset.Find(RenditionKind.Storyboard)!;
        Assert.Equal((Storyboard.FileName, 160, 90), (board.Entry, board.Width, board.Height));
        Assert.Equal(findings.Storyboard!.ToWebVtt(), Encoding.UTF8.GetString(await room.ReadAsync(board, Storyboard.FileName)));
        var stills = asset.Find(RenditionKind.PosterCandidates)!;
        Assert.Equal(findings.PosterCandidates.Select(still => still.File), stills.Files);
        foreach (var (made, file) in board.Files.Skip(1).Select(file => (board, file)).Concat(stills.Files.Select(file => (stills, file))))
            Assert.Equal([0xFF, 0xD8], (await room.ReadAsync(made, file))[..2]);
    }

    [Fact]
    public async Task A_proxy_can_be_watched_while_it_grows_and_one_stopped_half_way_is_made_anew()
    {
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("slow.mp4", Slow), State.Review1);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = room.RunAsync(JobKind.MakeProxy, stop.Token);
        var half = await UntilAsync(room, proxy => proxy is not null);
        Assert.NotEqual("proxy.m3u8", half!.Entry);
        Assert.Null((await room.AssetAsync()).Findings);
        Assert.Contains("#EXTINF", Encoding.UTF8.GetString(await room.ReadAsync(half, half.Resolve(Rendition.Alias)!)), StringComparison.Ordinal);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty(room.Children());
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(room.Newsroom.Root, "work")));

        await room.RunAsync(JobKind.MakeProxy, Ct);
        var whole = (await room.AssetAsync()).Find(RenditionKind.Proxy)!;
        Assert.Equal(("proxy.m3u8", half.Attempt + 1), (whole.Entry, whole.Attempt));
        Assert.Equal(40, ReviewFindings.Of(await room.AssetAsync())!.Storyboard!.Pictures);
        Assert.Equal(1, (await room.JobsAsync(JobKind.MakeProxy)).Single().Progress);
    }

    private static async Task<Rendition?> UntilAsync(FilmRoom room, Func<Rendition?, bool> there)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var round = 0; round < 1200 && await beat.WaitForNextTickAsync(Ct); round++)
        {
            var proxy = (await room.AssetAsync()).Find(RenditionKind.Proxy);
            if (there(proxy))
                return proxy;
        }
        throw new TimeoutException("No proxy was shown.");
    }
}
