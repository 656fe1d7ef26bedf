using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Publishing;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Publishing;

public sealed class PublicationTests
{
    private const string Root = "http://127.0.0.1:5080/";
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_published_piece_has_a_short_address_whose_code_reads_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Adopted, Now).WithLadder();
        await newsroom.AddAsync(piece, Ct);
        var printed = await newsroom.RunAsync((ReserveAddress reserve) => reserve.RunAsync(piece.Id, Root, Ct));

        await Publish(newsroom, piece);

        var after = await newsroom.SeeAsync(piece.Id, Ct);
        Assert.Equal(State.Published, after.State);
        Assert.Equal(($"HTTP://127.0.0.1:5080/V/{after.ShortCode}", printed.Address), (printed.Address, printed.QrReads));
        Assert.Equal(piece.History.Count + 1, after.History.Count);
    }

    [Fact]
    public async Task Publishing_twice_publishes_once()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Adopted, Now).WithLadder();
        await newsroom.AddAsync(piece, Ct);

        var first = await Publish(newsroom, piece);
        var again = await Publish(newsroom, piece);

        Assert.Equal(first.Id, again.Id);
    }

    [Fact]
    public async Task A_piece_that_is_not_adopted_gets_no_address()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = await newsroom.AddAsync(In(State.Review3, Now), Ct);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Publish(newsroom, piece));

        Assert.Equal("not-possible-now", refused.Code);
        Assert.Null((await newsroom.SeeAsync(piece.Id, Ct)).ShortCode);
    }

    [Fact]
    public async Task Readers_see_published_pieces_by_column_newest_first()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await newsroom.AddAsync(In(State.Published, Now.AddDays(-2), one), Ct);
        var second = await newsroom.AddAsync(In(State.Published, Now.AddDays(-1), one), Ct);
        var third = await newsroom.AddAsync(In(State.Published, Now, other), Ct);
        await newsroom.AddAsync(In(State.TakenDown, Now, one), Ct);
        await newsroom.AddAsync(In(State.Adopted, Now, Guid.CreateVersion7()), Ct);

        var front = await newsroom.RunAsync((PublicPages pages) => pages.FrontAsync(Ct));

        Assert.Equal(third.ShortCode, front.Lead!.ShortCode);
        Assert.Equal(2, front.Columns.Count);
        Assert.Equal([second.ShortCode, first.ShortCode], front.Columns.Single(column => column.Id == one).Pieces.Select(card => card.ShortCode));
        Assert.Equal($"/v/{first.ShortCode}/media/{first.Assets[0].Id:N}/poster.jpg", front.Columns.Single(column => column.Id == one).Pieces[1].Poster);
    }

    [Fact]
    public async Task A_column_is_read_page_by_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var column = Guid.CreateVersion7();
        for (var number = 0; number < PublicPages.OnPage + 3; number++)
            await newsroom.AddAsync(In(State.Published, Now.AddMinutes(-number / 2), column), Ct);

        var first = await newsroom.RunAsync((PublicPages pages) => pages.ColumnAsync(column, null, Ct));
        var second = await newsroom.RunAsync((PublicPages pages) => pages.ColumnAsync(column, first!.Next, Ct));

        Assert.Equal((PublicPages.OnPage, 3), (first!.Pieces.Count, second!.Pieces.Count));
        Assert.Null(second.Next);
        Assert.Distinct(first.Pieces.Concat(second.Pieces).Select(card => card.ShortCode));
        Assert.Null(await newsroom.RunAsync((PublicPages pages) => pages.ColumnAsync(Guid.CreateVersion7(), null, Ct)));
    }

    [Fact]
    public async Task A_film_is_found_as_people_type_it_and_becomes_a_tombstone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Published, Now);
        piece.ShortCode = "AB10CD";
        await newsroom.AddAsync(piece, Ct);

        var found = await Find(newsroom, "abIOcd");
        Assert.Equal(piece.Title, found!.Film!.Title);
        Assert.Equal((true, $"/v/AB10CD/media/{piece.Assets[0].Id:N}/master.m3u8"), (found.Film.Videos.Single().Upright, found.Film.Videos.Single().Playlist));
        var decision = Reason with { Letter = new("关于您的作品", "因地点有误，暂时下线。") };
        await newsroom.RunAsync((TakeDown down) => down.RunAsync(piece.Id, Zhao, Seen.Of(piece), decision, Ct));

        Assert.Null((await Find(newsroom, "AB10CD"))!.Film);
        Assert.Null(await Find(newsroom, "ZZZZZZ"));
        Assert.Null(await Find(newsroom, "../etc"));
    }

    [Fact]
    public async Task Only_files_named_by_a_published_row_are_public()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = await newsroom.AddAsync(In(State.Published, Now), Ct);
        var hidden = await newsroom.AddAsync(In(State.Adopted, Now).WithLadder(), Ct);
        var (code, asset) = (piece.ShortCode, piece.Assets[0].Id);

        Assert.Equal(BlobKey.Rendition(asset, 1, "720.mp4"), await File(newsroom, code, asset, "720.mp4"));
        Assert.Equal(BlobKey.Rendition(asset, 1, "poster.jpg"), await File(newsroom, code, asset, "poster.jpg"));
        Assert.Null(await File(newsroom, code, asset, "1080.mp4"));
        Assert.Null(await File(newsroom, code, asset, "../1/720.mp4"));
        Assert.Null(await File(newsroom, code, hidden.Assets[0].Id, "720.mp4"));
        Assert.Null(await File(newsroom, hidden.ShortCode ?? "AAAAAA", hidden.Assets[0].Id, "720.mp4"));
        await newsroom.RunAsync((TakeDown down) => down.RunAsync(piece.Id, Zhao, Seen.Of(piece), Reason, Ct));
        Assert.Null(await File(newsroom, code, asset, "720.mp4"));
    }

    private static Task<Step> Publish(Newsroom newsroom, Submission piece) =>
        newsroom.RunAsync((PublishSubmission publish) => publish.RunAsync(piece.Id, Fang, Seen.Of(piece), Root, null, Ct));

    private static Task<FoundFilm?> Find(Newsroom newsroom, string typed) => newsroom.RunAsync((PublicPages pages) => pages.FindAsync(typed, Ct));

    private static Task<BlobKey?> File(Newsroom newsroom, string? code, Guid asset, string file) =>
        newsroom.RunAsync((PublicPages pages) => pages.FileAsync(code, asset, file, Ct));
}
