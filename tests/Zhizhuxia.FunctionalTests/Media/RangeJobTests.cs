using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A film of 11 s, cut into ranges of 4 s as if it were an hour long.</summary>
[Collection(nameof(MediaRoom))]
public sealed class RangeJobTests(MediaRoom media)
{
    // 59.94 fps: the lower sizes have half the frames; a counter in the picture, so that a range of another moment is unlike.
    private const string Clip = "-f lavfi -i testsrc=s=960x540:r=60000/1001:d=11 -f lavfi -i sine=f=440:d=11 -c:v mpeg4 -q:v 5 -g 100 -c:a aac";

    // A phone in poor light: between 30 and 60 frames a second, as it pleases.
    private const string Uneven = "-f lavfi -i testsrc=s=960x540:r=60:d=11 -f lavfi -i sine=f=440:d=11 -vf select=not(mod(n\\,2))+gt(mod(n*n\\,7)\\,3) -fps_mode vfr -c:v mpeg4 -q:v 5 -g 100 -c:a aac";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Clip, 659, 330)]
    [InlineData(Uneven, 330, 330)]
    public async Task A_long_film_becomes_parts_and_the_parts_the_very_film(string clip, int frames, int slower)
    {
        await using var room = await AdoptedAsync(clip);
        await room.RunAsync(JobKind.MakeLadder, Ct);

        var ranges = await room.JobsAsync(JobKind.EncodeRange);
        Assert.Equal(3, ranges.Count);
        Assert.Equal([0, 1, 2], ranges.OrderBy(job => job.Turn).Select(job => job.Turn));
        Assert.All(ranges, job => Assert.True(job.EstimatedSeconds > 0));
        await Assert.ThrowsAsync<JobPostponedException>(() => room.RunAsync(JobKind.JoinRanges, Ct)); // nothing is there yet

        foreach (var kind in (JobKind[])[JobKind.EncodeRange, JobKind.EncodeSound, JobKind.EncodeRange, JobKind.EncodeRange])
            await room.RunAsync(kind, Ct);
        await JoinAsync(room);

        var ladder = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.Equal(["360.m3u8", "360.mp4", "540.m3u8", "540.mp4", "audio.m3u8", "audio.mp4", "film.mp4", "master.m3u8"], ladder.Files.Order(StringComparer.Ordinal));
        Assert.Equal(await WholeAsync(clip, "540", frames), await FramesAsync(room, ladder, "540.mp4"));
        Assert.Equal(await WholeAsync(clip, "360", slower), await FramesAsync(room, ladder, "360.mp4"));
        await using var db = room.Newsroom.OpenDb();
        Assert.Empty(await db.LadderParts.ToListAsync(Ct));
        Assert.Equal(ladder.Files.Order(StringComparer.Ordinal), await StoredAsync(room, ladder.Attempt));
    }

    [Fact]
    public async Task Planning_and_encoding_twice_adds_nothing()
    {
        await using var room = await AdoptedAsync();
        await room.RunAsync(JobKind.MakeLadder, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        await room.RunAsync(JobKind.MakeLadder, Ct);
        Assert.Equal(3, (await room.JobsAsync(JobKind.EncodeRange)).Count);
        Assert.Single(await room.JobsAsync(JobKind.JoinRanges));

        var made = await room.RunAsync(JobKind.EncodeRange, Ct);
        await AgainAsync(room, made.Id);
        var again = await room.RunAsync(JobKind.EncodeRange, Ct);

        Assert.Equal(made.Id, again.Id);
        await using var db = room.Newsroom.OpenDb();
        Assert.Equal(made.Token, (await db.LadderParts.SingleAsync(part => part.Id == made.PartId, Ct)).Attempt);
    }

    [Fact]
    public async Task A_range_that_dies_at_any_step_costs_that_range_alone()
    {
        await using var room = await AdoptedAsync(Clip, JobsByHand.MakeMortal);
        await room.RunAsync(JobKind.MakeLadder, Ct);
        await room.RunAsync(JobKind.EncodeRange, Ct);
        await room.RunAsync(JobKind.EncodeSound, Ct);
        var seams = 0;
        for (var died = true; died; seams++)
        {
            room.Newsroom.Death().Await(seams);
            died = !await room.Newsroom.DoNextAsync(JobKind.EncodeRange, Ct);
        }
        room.Newsroom.Death().Forgo();
        Assert.True(seams > 4, $"{seams} seams"); // two files, a seam on each side

        await room.RunAsync(JobKind.EncodeRange, Ct);
        await using (var db = room.Newsroom.OpenDb())
            Assert.All(await db.LadderParts.ToListAsync(Ct), part => Assert.True(part.IsDone));
        Assert.Equal(1, (await room.JobsAsync(JobKind.EncodeRange)).Min(job => job.Token));
        await JoinAsync(room);
        Assert.NotNull((await room.AssetAsync()).Find(RenditionKind.Ladder));
    }

    [Fact]
    public async Task A_join_that_dies_at_any_step_is_made_anew()
    {
        await using var room = await AdoptedAsync(Clip, JobsByHand.MakeMortal);
        await EncodeAllAsync(room);
        foreach (var seam in (int[])[0, 3, 9])
        {
            room.Newsroom.Death().Await(seam);
            Assert.False(await room.Newsroom.DoNextAsync(JobKind.JoinRanges, Ct));
            Assert.Null((await room.AssetAsync()).Find(RenditionKind.Ladder));
        }
        room.Newsroom.Death().Forgo();

        await JoinAsync(room);

        var ladder = (await room.AssetAsync()).Find(RenditionKind.Ladder)!;
        Assert.InRange((await FramesAsync(room, ladder, "540.mp4")).Count, 658, 660);
    }

    [Fact]
    public async Task A_piece_that_goes_back_to_review_drops_its_parts()
    {
        await using var room = await AdoptedAsync();
        await EncodeAllAsync(room);
        await room.SetAsync(State.Review1);

        await room.RunAsync(JobKind.JoinRanges, Ct);

        await using var db = room.Newsroom.OpenDb();
        Assert.Empty(await db.LadderParts.ToListAsync(Ct));
        Assert.Null((await room.AssetAsync()).Find(RenditionKind.Ladder));
        Assert.DoesNotContain(await StoredAsync(room, 1), file => file.StartsWith("540", StringComparison.Ordinal));
    }

    private async Task<FilmRoom> AdoptedAsync(string clip = Clip, Action<IServiceCollection>? add = null)
    {
        var room = await FilmRoom.WithAsync(await media.MakeAsync("long.mp4", clip), State.Adopted, services =>
        {
            services.PostConfigure<MediaOptions>(options => (options.RangesAbove, options.RangeLength) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)));
            add?.Invoke(services);
        });
        await room.RunAsync(JobKind.InspectAsset, Ct);
        await room.OrderAsync(JobKind.MakeLadder);
        return room;
    }

    private static async Task EncodeAllAsync(FilmRoom room)
    {
        foreach (var kind in (JobKind[])[JobKind.MakeLadder, JobKind.EncodeRange, JobKind.EncodeSound, JobKind.EncodeRange, JobKind.EncodeRange])
            await room.RunAsync(kind, Ct);
    }

    // A postponed join is ready again after two seconds; the test does not wait for them.
    private static async Task JoinAsync(FilmRoom room)
    {
        await using (var db = room.Newsroom.OpenDb())
            await db.Jobs.Where(job => job.Kind == JobKind.JoinRanges)
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, JobState.Ready).SetProperty(job => job.ReadyAt, job => job.CreatedAt), Ct);
        await room.RunAsync(JobKind.JoinRanges, Ct);
    }

    private static async Task AgainAsync(FilmRoom room, Guid job)
    {
        await using var db = room.Newsroom.OpenDb();
        await db.Jobs.Where(row => row.Kind == JobKind.EncodeRange)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, row => row.Id == job ? JobState.Ready : JobState.Done), Ct);
    }

    /// <summary>Presentation times of the frames of the same film made in one go.</summary>
    private async Task<List<string>> WholeAsync(string clip, string size, int frames)
    {
        var path = await media.MakeAsync("long.mp4", clip);
        var facts = (await media.Probe.InspectAsync(path, Ct)).Facts!;
        var folder = media.NewFolder();
        var end = await media.Transcode.RunAsync(LadderPlan.For(facts, new LadderOrder(AiLabel.None, 0), media.Options.Value), path, folder, null, Ct);
        Assert.True(end.IsVerified, string.Join("; ", end.Differences) + end.End.Errors);
        var times = await media.FrameTimesAsync(Path.Combine(folder, $"{size}.mp4"));
        Assert.InRange(times.Count, frames - 1, frames + 1);
        return times;
    }

    private async Task<List<string>> FramesAsync(FilmRoom room, Rendition ladder, string file)
    {
        var path = Path.Combine(media.NewFolder(), file);
        await File.WriteAllBytesAsync(path, await room.ReadAsync(ladder, file), Ct);
        return await media.FrameTimesAsync(path);
    }

    private static async Task<List<string>> StoredAsync(FilmRoom room, long attempt)
    {
        var prefix = BlobKey.Rendition(room.AssetId, attempt, "x").Value[..^1];
        var names = new List<string>();
        await foreach (var key in room.Newsroom.Services.GetRequiredService<IBlobStore>().ListAsync($"renditions/{room.AssetId:N}/", Ct))
        {
            if (key.Value.StartsWith(prefix, StringComparison.Ordinal) && !key.Value.EndsWith(PosterPlan.FileName, StringComparison.Ordinal))
                names.Add(key.Value[prefix.Length..]);
        }
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
