using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>设为封面: one of the stills becomes what the queue and the public page show.</summary>
public sealed class ChoosePosterTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync();

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_still_becomes_the_poster_and_who_chose_it_is_on_record()
    {
        var piece = await WithStillsAsync(State.Review2);

        await ChooseAsync(piece, Wang, "still-2.jpg");

        var asset = (await _newsroom.SeeAsync(piece.Id, Ct)).Assets[0];
        var poster = asset.Find(RenditionKind.Poster)!;
        Assert.Equal((7L, "still-2.jpg", 720, 1280, 5L), (poster.Attempt, poster.Entry, poster.Width, poster.Height, poster.Bytes));
        Assert.Equal("王编辑", asset.PosterChosenBy);
        Assert.NotNull(asset.PosterChosenAt);
        Assert.Equal(["still-1.jpg", "still-2.jpg"], asset.Find(RenditionKind.PosterCandidates)!.Files);
    }

    [Fact]
    public async Task A_choice_voids_no_verdict()
    {
        var piece = await WithStillsAsync(State.Review3, Zhao);

        await ChooseAsync(piece, Zhao, "still-2.jpg");

        var seen = await _newsroom.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Review3, piece.Digest, piece.RowVersion), (seen.State, seen.Digest, seen.RowVersion));
    }

    [Fact]
    public async Task While_a_piece_is_reviewed_only_who_has_claimed_it_chooses()
    {
        Assert.Equal("not-claimed", await RefusedAsync(await WithStillsAsync(State.Review1, Zhao), Wang, "still-2.jpg"));
        Assert.Equal("only-publisher", await RefusedAsync(await WithStillsAsync(State.Adopted), Wang, "still-2.jpg"));
    }

    [Theory]
    [InlineData("still-3.jpg")]
    [InlineData("poster.jpg")]
    [InlineData("../1/poster.jpg")]
    [InlineData(Rendition.Alias)]
    [InlineData("")]
    public async Task Only_a_still_that_was_offered_can_be_chosen(string file)
    {
        var piece = await WithStillsAsync(State.Review1);

        Assert.Equal("poster-gone", await RefusedAsync(piece, Wang, file));
        Assert.Equal("poster.jpg", (await _newsroom.SeeAsync(piece.Id, Ct)).Assets[0].Find(RenditionKind.Poster)!.Entry);
    }

    [Fact]
    public async Task A_still_whose_bytes_are_gone_is_refused()
    {
        var piece = await WithStillsAsync(State.Review1);
        await _newsroom.Services.GetRequiredService<IBlobStore>().DeleteAsync(BlobKey.Rendition(piece.Assets[0].Id, 7, "still-2.jpg"), Ct);

        Assert.Equal("poster-gone", await RefusedAsync(piece, Wang, "still-2.jpg"));
    }

    [Fact]
    public async Task A_closed_piece_a_draft_and_a_purged_film_keep_what_they_have()
    {
        Assert.Equal("not-possible-now", await RefusedAsync(await WithStillsAsync(State.Closed), Wang, "still-2.jpg"));
        Assert.Equal("not-found", await RefusedAsync(await WithStillsAsync(State.Draft), Wang, "still-2.jpg"));
        var purged = await WithStillsAsync(State.Review1);
        await using (var db = _newsroom.OpenDb())
        {
            (await db.Assets.SingleAsync(asset => asset.Id == purged.Assets[0].Id, Ct)).Purge();
            await db.SaveChangesAsync(Ct);
        }
        Assert.Equal("poster-gone", await RefusedAsync(purged, Wang, "still-2.jpg"));
    }

    [Fact]
    public async Task The_cover_of_a_published_piece_is_for_publishers_and_the_public_page_shows_it()
    {
        var piece = await WithStillsAsync(State.Published);
        Assert.Equal("only-publisher", await RefusedAsync(piece, Wang, "still-2.jpg"));

        await ChooseAsync(piece, Fang, "still-2.jpg");

        var found = await _newsroom.RunAsync((PublicPages pages) => pages.FindAsync(piece.ShortCode, Ct));
        Assert.EndsWith("/still-2.jpg", found!.Film!.Videos[0].Poster, StringComparison.Ordinal);
        Assert.NotNull(await _newsroom.RunAsync((PublicPages pages) => pages.FileAsync(piece.ShortCode, piece.Assets[0].Id, "still-2.jpg", Ct)));
        Assert.Null(await _newsroom.RunAsync((PublicPages pages) => pages.FileAsync(piece.ShortCode, piece.Assets[0].Id, "still-1.jpg", Ct)));
    }

    [Fact]
    public async Task A_transcode_that_saves_in_the_same_moment_loses_nothing_and_takes_nothing_away()
    {
        var piece = await WithStillsAsync(State.Adopted);
        await using var scope = _newsroom.Services.CreateAsyncScope();
        var ours = scope.ServiceProvider.GetRequiredService<Zhizhuxia.Data.PortalDb>();
        await ours.Assets.SingleAsync(asset => asset.Id == piece.Assets[0].Id, Ct); // as it was
        await using (var theirs = _newsroom.OpenDb())
        {
            (await theirs.Assets.SingleAsync(asset => asset.Id == piece.Assets[0].Id, Ct))
                .Add(new(RenditionKind.Ladder, 9, "master.m3u8", ["master.m3u8"], 720, 1280, 1));
            await theirs.SaveChangesAsync(Ct);
        }

        await scope.ServiceProvider.GetRequiredService<ChoosePoster>().RunAsync(piece.Id, piece.Assets[0].Id, Fang, "still-2.jpg", Ct);

        var asset = (await _newsroom.SeeAsync(piece.Id, Ct)).Assets[0];
        Assert.Equal(("still-2.jpg", 9L), (asset.Find(RenditionKind.Poster)!.Entry, asset.Find(RenditionKind.Ladder)!.Attempt));
    }

    private async Task<Submission> WithStillsAsync(State state, Actor? reader = null)
    {
        var piece = In(state, Now);
        piece.Claim = new((reader ?? Wang).EditorId!.Value, (reader ?? Wang).Name, Now);
        piece.Assets[0].Add(new(RenditionKind.PosterCandidates, 7, "still-1.jpg", ["still-1.jpg", "still-2.jpg"], 720, 1280, 10));
        foreach (var file in piece.Assets[0].Find(RenditionKind.PosterCandidates)!.Files)
        {
            using var bytes = new MemoryStream("12345"u8.ToArray());
            await _newsroom.Services.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Rendition(piece.Assets[0].Id, 7, file), bytes, Ct);
        }
        return await _newsroom.AddAsync(piece, Ct);
    }

    private async Task ChooseAsync(Submission piece, Actor actor, string file)
    {
        await using var scope = _newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ChoosePoster>().RunAsync(piece.Id, piece.Assets[0].Id, actor, file, Ct);
    }

    private async Task<string> RefusedAsync(Submission piece, Actor actor, string file) =>
        (await Assert.ThrowsAsync<RefusedException>(() => ChooseAsync(piece, actor, file))).Code;
}
