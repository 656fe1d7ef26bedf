using System.Net;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Statistics;

/// <summary>/desk/statistics: who sees what, and its files.</summary>
public sealed class StatisticsPageTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Colleagues_are_for_the_chief_and_the_administrator_and_names_for_who_sees_pieces()
    {
        await desk.AddAsync(In(State.Adopted, Now), Ct);

        var pages = new Dictionary<string, string>();
        foreach (var person in new[] { desk.Wang, desk.Zhao, desk.Administrator })
            pages[person.Editor.DisplayName] = WebUtility.HtmlDecode(await person.ReadAsync("/desk/statistics", Ct));

        Assert.Equal([false, true, true], pages.Values.Select(page => page.Contains("每位编辑", StringComparison.Ordinal)));
        Assert.Equal([true, true, false], pages.Values.Select(page => page.Contains("李翰", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_figure_is_a_file_as_well_and_that_about_colleagues_only_for_whom_it_is_shown()
    {
        await desk.AddAsync(In(State.Adopted, Now), Ct);
        foreach (var key in new[] { "time", "channels", "columns", "reasons", "uploads", "contributors" })
        {
            using var file = await desk.Wang.Http.GetAsync(new Uri($"/desk/statistics?handler=Csv&figure={key}&span=90", UriKind.Relative), Ct);
            Assert.Equal(("text/csv", $"zhizhuxia-{key}"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName?.Trim('"')[..(10 + key.Length)]));
            Assert.Equal([0xEF, 0xBB, 0xBF], (await file.Content.ReadAsByteArrayAsync(Ct))[..3]);
        }

        using var mine = await desk.Zhao.Http.GetAsync(new Uri("/desk/statistics?handler=Csv&figure=editors", UriKind.Relative), Ct);
        using var notMine = await desk.Wang.Http.GetAsync(new Uri("/desk/statistics?handler=Csv&figure=editors", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (mine.StatusCode, notMine.StatusCode));
    }

    [Fact]
    public async Task A_name_that_would_be_a_formula_is_text_in_the_file_and_on_the_page()
    {
        var piece = In(State.Review1, Now);
        piece.Contact = new("=cmd|'/c calc'!A1", "13911112222", null);
        await desk.AddAsync(piece, Ct);

        var file = await desk.Wang.ReadAsync("/desk/statistics?handler=Csv&figure=contributors", Ct);

        Assert.Contains("\"'=cmd|", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?span=year", "今年")]
    [InlineData("?from=2026-05-01&to=2026-05-31", "2026年5月1日 至 2026年5月31日")]
    [InlineData("?from=&to=", "近 30 天")]
    [InlineData("?from=nonsense", "近 30 天")]
    [InlineData("?span=nonsense", "近 30 天")]
    public async Task Whatever_the_address_says_there_is_a_period(string query, string words)
    {
        var page = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk/statistics{query}", Ct));

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"plot\"", page, StringComparison.Ordinal);
    }
}
