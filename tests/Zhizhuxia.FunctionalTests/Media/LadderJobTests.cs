using System.Text;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed class LadderJobTests(MediaRoom media)
{
    // A turned HEVC clip with a place, a device and a person in its tags.
    private const string Clip = "-f lavfi -i testsrc2=s=1280x720:r=30:d=5 -f lavfi -i sine=f=440:d=5 -c:v libx265 -preset ultrafast -x265-params log-level=error -c:a aac -tag:v hvc1 "
        + "-metadata location=+27.8281+113.1518/ -metadata com.apple.quicktime.make=CanaryMaker -metadata artist=CanaryPerson -metadata title=CanaryTitle -metadata:s:v handler_name=CanaryHandler -movflags use_metadata_tags";
    private static readonly string[] Canaries = ["27.8281", "113.1518", "CanaryMaker", "CanaryPerson", "CanaryTitle", "CanaryHandler"];
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turned_film_becomes_an_upright_ladder_of_three_sizes_and_one_sound()
    {
        await using var room = await FilmRoom.WithAsync(await TurnedAsync(), State.Adopted);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.MakeLadder);

        await room.RunAsync(JobKind.MakeLadder, Ct);

        var ladder = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.Equal(("master.m3u8", 720, 1280), (ladder.Entry, ladder.Width, ladder.Height));
        Assert.Equal(["360.m3u8", "360.mp4", "480.m3u8", "480.mp4", "720.m3u8", "720.mp4", "audio.m3u8", "audio.mp4", "film.mp4", "master.m3u8"], ladder.Files.Order(StringComparer.Ordinal));
        var master = Encoding.UTF8.GetString(await room.ReadAsync(ladder, "master.m3u8"));
        foreach (var part in (string[])["RESOLUTION=360x640", "RESOLUTION=480x854", "RESOLUTION=720x1280", "TYPE=AUDIO", "FRAME-RATE=30.000", "avc1.64", "mp4a.40.2"])
            Assert.Contains(part, master, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_place_device_or_person_is_in_any_delivered_byte()
    {
        var clip = await TurnedAsync();
        var source = await File.ReadAllBytesAsync(clip, Ct);
        Assert.All(Canaries, canary => Assert.True(Holds(source, canary), $"the clip lacks {canary}"));
        await using var room = await FilmRoom.WithAsync(clip, State.Adopted);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.RunAsync(JobKind.MakeProxy, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        await room.RunAsync(JobKind.MakeLadder, Ct);

        var asset = await room.AssetAsync();
        Assert.Contains("27.8281", asset.RestrictedTags, StringComparison.Ordinal);
        Assert.DoesNotContain("27.8281", asset.Facts, StringComparison.Ordinal);
        foreach (var rendition in asset.Renditions)
        {
            foreach (var file in rendition.Files)
            {
                var bytes = await room.ReadAsync(rendition, file);
                Assert.All(Canaries, canary => Assert.False(Holds(bytes, canary), $"{file} holds {canary}"));
            }
        }
        Assert.Equal(5, asset.Renditions.Count);
    }

    [Fact]
    public async Task A_ladder_is_made_once_and_only_for_an_adopted_piece()
    {
        await using var room = await FilmRoom.WithAsync(await TurnedAsync(), State.Review2);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        await room.RunAsync(JobKind.MakeLadder, Ct);
        Assert.Null((await room.AssetAsync()).Find(RenditionKind.Ladder));

        await room.SetAsync(State.Adopted);
        foreach (var _ in (int[])[1, 2])
        {
            await room.OrderAsync(JobKind.MakeLadder);
            await room.RunAsync(JobKind.MakeLadder, Ct);
        }

        Assert.Single((await room.AssetAsync()).Renditions, rendition => rendition.Kind is RenditionKind.Ladder);
        Assert.All(await room.JobsAsync(JobKind.MakeLadder), job => Assert.Equal(JobState.Done, job.State));
    }

    [Fact]
    public async Task A_ladder_stopped_half_way_leaves_nothing_and_is_made_anew()
    {
        await using var room = await FilmRoom.WithAsync(await TurnedAsync(), State.Adopted);
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = room.RunAsync(JobKind.MakeLadder, stop.Token);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (room.Children().Count == 0 && !first.IsCompleted)
            await beat.WaitForNextTickAsync(Ct);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Empty(room.Children());
        Assert.Null((await room.AssetAsync()).Find(RenditionKind.Ladder));

        await room.RunAsync(JobKind.MakeLadder, Ct);

        Assert.Equal(2, (await room.AssetAsync()).Find(RenditionKind.Ladder)!.Attempt);
    }

    private async Task<string> TurnedAsync()
    {
        var path = await media.MakeAsync("turned.mp4", Clip);
        await Turned.ByQuarterAsync(path, Ct);
        return path;
    }

    private static bool Holds(byte[] bytes, string word) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
}
