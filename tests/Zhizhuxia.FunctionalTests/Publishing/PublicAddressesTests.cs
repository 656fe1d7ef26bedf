using System.Net;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Publishing;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Publishing;

/// <summary>The addresses that are open to all, with something behind them, and what the closed and the wrong ones answer.</summary>
public sealed class PublicAddressesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_front_page_shows_what_is_published_and_nothing_else()
    {
        using var reader = new FormClient(desk.Portal);
        var published = await AddAsync(State.Published, "湘江边的早班轮渡");
        var taken = await AddAsync(State.TakenDown, "已经下线的那一条");
        var adopted = await AddAsync(State.Adopted, "还没有刊发的那一条");

        var page = WebUtility.HtmlDecode((await reader.GetAsync("/")).Html);

        Assert.Contains(published.Title, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/v/{published.ShortCode}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(taken.Title, page, StringComparison.Ordinal);
        Assert.DoesNotContain(adopted.Title, page, StringComparison.Ordinal);
        Assert.Contains("property=\"og:title\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_is_turned_page_by_page_and_an_unknown_one_is_not_there()
    {
        using var reader = new FormClient(desk.Portal);
        var column = Guid.CreateVersion7();
        for (var number = 0; number <= PublicPages.OnPage; number++)
            await desk.AddAsync(Titled(In(State.Published, Now.AddMinutes(-number), column), $"第{number}条视频"), Ct);

        var first = WebUtility.HtmlDecode((await reader.GetAsync($"/column/{column}")).Html);
        var next = System.Text.RegularExpressions.Regex.Match(first, $"/column/{column}\\?after=[^\"]+").Value;
        var second = WebUtility.HtmlDecode((await reader.GetAsync(next)).Html);

        Assert.Contains("第0条视频", first, StringComparison.Ordinal);
        Assert.DoesNotContain($"第{PublicPages.OnPage}条视频", first, StringComparison.Ordinal);
        Assert.Contains($"第{PublicPages.OnPage}条视频", second, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/column/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/column/1")).Status);
    }

    [Fact]
    public async Task A_films_page_carries_what_other_sites_show_of_it_and_the_credits_as_printed()
    {
        using var reader = new FormClient(desk.Portal);
        var piece = await AddAsync(State.Published, "湘江边的<风筝>");

        var page = await reader.GetAsync($"/v/{piece.ShortCode}");

        Assert.Contains("&lt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<风筝>", page.Html, StringComparison.Ordinal);
        var decoded = WebUtility.HtmlDecode(page.Html);
        foreach (var part in new[] { "og:title\" content=\"湘江边的<风筝>", $"og:url\" content=\"{desk.Portal.Address}v/{piece.ShortCode}", "og:image", piece.Text, "李翰" })
            Assert.Contains(part, decoded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v/ZZZZZZ", HttpStatusCode.NotFound)]
    [InlineData("/v/..%2f..%2fetc", HttpStatusCode.NotFound)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/desk/pieces/1", HttpStatusCode.NotFound)]
    [InlineData("/error/404", HttpStatusCode.OK)]
    [InlineData("/error/507", HttpStatusCode.OK)]
    public async Task What_is_not_there_is_a_kind_page_for_a_person(string path, HttpStatusCode status)
    {
        using var reader = new FormClient(desk.Portal);

        var answer = await reader.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Contains("<html lang=\"zh-CN\">", answer.Html, StringComparison.Ordinal);
        Assert.Contains(path is "/error/507" ? "暂时收不下新的视频" : "这里没有这一页", WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/submit", HttpStatusCode.BadRequest, "这个请求不完整")]
    [InlineData("/status", HttpStatusCode.BadRequest, "这个请求不完整")]
    [InlineData("/desk", HttpStatusCode.Unauthorized, "这里没有这一页")] // closed to strangers, who are not told why
    public async Task A_form_from_nowhere_is_refused_kindly(string path, HttpStatusCode status, string words)
    {
        using var reader = new FormClient(desk.Portal);
        using var form = new FormUrlEncodedContent([new("Form.Title", "x")]);

        var answer = await reader.SendAsync(path, form);

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_print_block_has_the_words_the_credits_the_source_and_the_code()
    {
        var piece = In(State.Published, Now);
        piece.Fill(Content.Of(piece) with { SourceLine = "文字、图片、视频/知株侠视频工作室" });
        await desk.AddAsync(piece, Ct);

        var page = WebUtility.HtmlDecode(await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}/print", Ct));
        using var unpublished = await desk.Fang.Http.GetAsync(new Uri($"/desk/pieces/{(await AddAsync(State.Adopted, "还没刊发")).Id}/print", UriKind.Relative), Ct);

        foreach (var part in new[] { piece.Title, piece.Text, "摄影：李翰", "文字、图片、视频/知株侠视频工作室", "<svg" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unpublished.StatusCode);
    }

    [Fact]
    public async Task A_film_that_is_kept_out_is_on_no_page_and_at_no_address()
    {
        using var reader = new FormClient(desk.Portal);
        var piece = In(State.Published, Now);
        piece.Assets.Add(Film(piece, Now));
        piece.WithLadder().Fill(Content.Of(piece) with { KeptOut = [piece.Assets[0].Id] });
        await desk.AddAsync(piece, Ct);

        var page = await reader.GetAsync($"/v/{piece.ShortCode}");
        var column = await reader.GetAsync($"/column/{piece.ColumnId}");

        Assert.Contains(piece.Assets[1].Id.ToString("N"), page.Html, StringComparison.Ordinal);
        Assert.Contains(piece.Assets[1].Id.ToString("N"), column.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(piece.Assets[0].Id.ToString("N"), page.Html + column.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(ShortAddress.Media(piece.ShortCode!, piece.Assets[0].Id, "poster.jpg"))).Status);
    }

    private async Task<Submission> AddAsync(State state, string title) => await desk.AddAsync(Titled(In(state, Now), title), Ct);

    private static Submission Titled(Submission piece, string title)
    {
        piece.Fill(Content.Of(piece) with { Title = title });
        return piece;
    }
}
