using System.Net;
using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>自您上次看过后改了…: each editor is shown what is new to them.</summary>
public sealed class LooksTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string News = "自您上次看过";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_since_my_last_look_is_named_to_me_and_to_nobody_who_has_seen_it()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        Assert.DoesNotContain(News, await PageAsync(desk.Li, piece.Id), StringComparison.Ordinal);
        await ReviseAsync(piece.Id);

        var mine = await PageAsync(desk.Li, piece.Id);
        var again = await PageAsync(desk.Li, piece.Id);
        var first = await PageAsync(desk.Zhao, piece.Id);

        Assert.Contains("后改了：标题、AI 标识。", mine, StringComparison.Ordinal);
        Assert.Contains("<del>湘江边的</del>风筝", mine, StringComparison.Ordinal);
        Assert.Contains("后改了：标题、AI 标识。", again, StringComparison.Ordinal); // a reload does not lose it
        Assert.DoesNotContain(News, first, StringComparison.Ordinal); // all of it is new to this one
    }

    [Fact]
    public async Task What_I_have_changed_myself_is_no_news_to_me()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await PageAsync(desk.Wang, piece.Id);
        await ReviseAsync(piece.Id); // by Wang

        Assert.DoesNotContain(News, await PageAsync(desk.Wang, piece.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_versions_can_be_compared()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await ReviseAsync(piece.Id);
        await ReviseAsync(piece.Id, "风筝飞了");

        var page = await PageAsync(desk.Li, piece.Id, "?tab=log&from=1&to=3");
        var same = await PageAsync(desk.Li, piece.Id, "?tab=log&from=2&to=2");
        var wild = await PageAsync(desk.Li, piece.Id, "?tab=log&from=-7&to=99");

        Assert.Contains("<del>湘江边的</del>风筝", page, StringComparison.Ordinal);
        Assert.Contains("风筝<ins>飞了</ins>", page, StringComparison.Ordinal);
        Assert.Contains("这两版的内容一样", same, StringComparison.Ordinal);
        Assert.Contains("风筝<ins>飞了</ins>", wild, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "panel-material")]
    [InlineData("?tab=mails", "panel-mails")]
    [InlineData("?tab=checks", "panel-checks")]
    [InlineData("?tab=log", "panel-log")]
    [InlineData("?tab=nothing", "panel-material")]
    public async Task Without_scripts_each_tab_has_an_address(string query, string shown)
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        var page = await PageAsync(desk.Li, piece.Id, query);

        Assert.Contains($"id=\"{shown}\">", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "class=\"tab-panel\" id=\"[^\"]+\" hidden"));
    }

    private async Task ReviseAsync(Guid id, string title = "风筝")
    {
        await using var db = desk.Portal.Data.OpenDb();
        var piece = (await db.LoadAsync(id, Ct))!;
        piece.Take(desk.Wang.Actor, Now, null);
        piece.Revise(Content.Of(piece) with { Title = title, AiLabel = AiLabel.Possible }, desk.Wang.Actor, Now);
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<string> PageAsync(DeskClient editor, Guid id, string query = "") =>
        WebUtility.HtmlDecode(await editor.ReadAsync($"/desk/pieces/{id}{query}", Ct));
}
