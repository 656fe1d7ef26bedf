using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Alike;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>疑似重复: what is suggested, what that holds up, and what becomes of it.</summary>
[Collection(nameof(MediaRoom))]
public sealed class FindDuplicatesTests(MediaRoom media)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_film_that_others_have_passed_on_is_suggested_and_holds_both_pieces_until_somebody_has_decided()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var film = await AlikeRoom.FilmAsync(media, "mandelbrot");
        var first = await room.BringAsync(film);
        await room.LookAsync();
        Assert.Empty(await room.PairsAsync());
        var second = await room.BringAsync(await AlikeRoom.CopyAsync(media, film));
        await room.LookAsync();

        var pair = Assert.Single(await room.PairsAsync());
        Assert.Equal((first.Id, second.Id, ResemblanceState.Suggested, true), (pair.OneId, pair.OtherId, pair.State, pair.IsStrong));
        Assert.Equal(-1.5, pair.Evidence.Single(evidence => evidence.Kind is ResemblanceKind.Pictures).OffsetSeconds, 0.3);
        foreach (var piece in new[] { first, second })
            Assert.Equal("alike-undecided", (await Assert.ThrowsAsync<RefusedException>(() => room.DecideAsync(piece.Id, Verb.Pass, Wang, Checked))).Code);

        await room.SayAsync(second.Id, first.Id, ResemblanceState.Different);

        Assert.Equal(State.Review2, (await room.DecideAsync(second.Id, Verb.Pass, Wang, Checked)).To);
        Assert.Equal(State.Review2, (await room.DecideAsync(first.Id, Verb.Pass, Wang, Checked)).To);
        await room.SearchAsync(first.Id);
        pair = Assert.Single(await room.PairsAsync());
        Assert.Equal((ResemblanceState.Different, Wang.Name), (pair.State, pair.DecidedByName));
        Assert.Equal(0, (await room.Newsroom.SeeAsync(first.Id, Ct)).UndecidedAlike);
    }

    [Fact]
    public async Task Another_film_is_not_suggested()
    {
        await using var room = await AlikeRoom.OpenAsync();
        await room.BringAsync(await AlikeRoom.FilmAsync(media, "mandelbrot"));
        await room.LookAsync();
        await room.BringAsync(await AlikeRoom.FilmAsync(media, "testsrc2"));
        await room.LookAsync();

        Assert.Empty(await room.PairsAsync());
    }

    [Fact]
    public async Task The_same_file_is_suggested_at_once_and_twice_searched_is_suggested_once()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var (film, hash) = (await AlikeRoom.FilmAsync(media, "testsrc2"), new string('a', 64));
        var first = await room.BringAsync(film, hash);
        var second = await room.BringAsync(film, hash);

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
        await room.SearchAsync(second.Id);

        var pair = Assert.Single(await room.PairsAsync());
        Assert.Equal((ResemblanceKind.SameBytes, hash), (Assert.Single(pair.Evidence).Kind, pair.Evidence[0].Detail));
        Assert.Equal((1, 1), ((await room.Newsroom.SeeAsync(first.Id, Ct)).UndecidedAlike, (await room.Newsroom.SeeAsync(second.Id, Ct)).UndecidedAlike));
    }

    [Fact]
    public async Task Merged_the_pair_is_decided_and_opened_again_it_is_open()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var (film, hash) = (await AlikeRoom.FilmAsync(media, "testsrc2"), new string('b', 64));
        var pieces = new[] { await room.BringAsync(film, hash), await room.BringAsync(film, hash), await room.BringAsync(film, hash) };
        foreach (var piece in pieces)
            await room.SearchAsync(piece.Id);
        Assert.Equal(2, (await room.Newsroom.SeeAsync(pieces[0].Id, Ct)).UndecidedAlike);

        var step = await room.DecideAsync(pieces[2].Id, Verb.Duplicate, Wang, new() { OtherNumber = pieces[0].Number });
        await DoAllAsync(room);

        Assert.Contains("SHA-256 bbbbbbbbbbbbbbbb", step.Comment, StringComparison.Ordinal);
        Assert.Equal([ResemblanceState.Suggested, ResemblanceState.Merged, ResemblanceState.Suggested], (await room.PairsAsync()).Select(pair => pair.State));
        Assert.Equal((1, 1), ((await room.Newsroom.SeeAsync(pieces[0].Id, Ct)).UndecidedAlike, (await room.Newsroom.SeeAsync(pieces[1].Id, Ct)).UndecidedAlike));

        await room.DecideAsync(pieces[2].Id, Verb.Reopen, Li, new() { Comment = "看错了" });
        await DoAllAsync(room);

        Assert.All(await room.PairsAsync(), pair => Assert.Equal(ResemblanceState.Suggested, pair.State));
        Assert.Equal(2, (await room.Newsroom.SeeAsync(pieces[0].Id, Ct)).UndecidedAlike);
    }

    [Fact]
    public async Task A_search_that_was_taken_over_saves_nothing_and_the_next_one_everything()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var (film, hash) = (await AlikeRoom.FilmAsync(media, "testsrc2"), new string('c', 64));
        await room.BringAsync(film, hash);
        await room.BringAsync(film, hash);
        var table = room.Newsroom.Services.GetRequiredService<JobTable>();
        var stale = (await table.ClaimAsync([JobKind.FindDuplicates], Ct))!;
        await table.FreeFormerLifeAsync(Ct);
        await using (var scope = room.Newsroom.Services.CreateAsyncScope())
        {
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(candidate => candidate.Kind is JobKind.FindDuplicates);
            await Assert.ThrowsAsync<JobLostException>(() => handler.RunAsync(new JobContext(table, stale), Ct));
        }
        Assert.Empty(await room.PairsAsync());

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
        Assert.Single(await room.PairsAsync());
    }

    [Fact]
    public async Task A_proxy_killed_at_any_step_leaves_one_fingerprint_in_the_end()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var piece = await room.BringAsync(await AlikeRoom.FilmAsync(media, "testsrc2"));
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.InspectAsset, Ct));
        room.Newsroom.Death().Await(3);
        Assert.False(await room.Newsroom.DoNextAsync(JobKind.MakeProxy, Ct));
        await using var db = room.Newsroom.OpenDb();
        Assert.Equal(0, await db.Fingerprints.CountAsync(Ct));
        room.Newsroom.Death().Forgo();

        Assert.True(await room.Newsroom.DoNextAsync(JobKind.MakeProxy, Ct));

        var print = await db.Fingerprints.AsNoTracking().SingleAsync(Ct);
        Assert.Equal((piece.Assets[0].Id, 8 * FilmPrint.PicturesPerSecond), (print.AssetId, print.ToPrint().Pictures.Count));
        Assert.Equal(1, await db.Jobs.CountAsync(job => job.Kind == JobKind.FindDuplicates && job.AssetId != null, Ct));
    }

    [Fact]
    public async Task A_film_from_before_there_were_fingerprints_gets_one_like_it_alone_and_once()
    {
        await using var room = await AlikeRoom.OpenAsync();
        var piece = await room.BringAsync(await AlikeRoom.FilmAsync(media, "testsrc2"));
        await room.LookAsync();
        await using var db = room.Newsroom.OpenDb();
        var made = await db.Fingerprints.AsNoTracking().SingleAsync(Ct);
        await db.Fingerprints.ExecuteDeleteAsync(Ct);

        await room.SearchAsync(piece.Id);
        await room.SearchAsync(piece.Id);
        Assert.True(await room.Newsroom.DoNextAsync(JobKind.MakeProxy, Ct));

        var again = await db.Fingerprints.AsNoTracking().SingleAsync(Ct);
        var match = FilmMatch.Of(made.ToPrint(), again.ToPrint());
        Assert.Equal((1.0, 0.0, made.Pictures.Length), (match.Pictures!.Share, match.Pictures.OffsetSeconds, again.Pictures.Length));
        Assert.False(await db.Jobs.AnyAsync(job => job.Kind == JobKind.MakeProxy && job.State == JobState.Ready, Ct));
    }

    private static async Task DoAllAsync(AlikeRoom room)
    {
        await using var db = room.Newsroom.OpenDb();
        while (await db.Jobs.AnyAsync(job => job.Kind == JobKind.FindDuplicates && job.State == JobState.Ready, Ct))
            Assert.True(await room.Newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
    }
}
