using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

public sealed class TodayTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_four_figures_count_what_this_person_must_act_on()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(In(State.Review1, Now.AddDays(-1)), Ct);
        await newsroom.AddAsync(In(State.Review1, Now.AddDays(-13)), Ct);
        var mine = In(State.Review3, Now.AddDays(-16));
        mine.Take(Zhao, Now, null);
        await newsroom.AddAsync(mine, Ct);
        await newsroom.AddAsync(In(State.TakenDown, Now), Ct); // by Zhao: somebody else countersigns
        var asked = In(State.Adopted, Now);
        asked.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain);
        await newsroom.AddAsync(asked, Ct);

        Assert.Equal(new(2, 0, 1, 0, 0), await CountAsync(newsroom, Wang));
        Assert.Equal(new(1, 1, 1, 1, 0), await CountAsync(newsroom, Zhao));
        Assert.Equal(2, (await CountAsync(newsroom, Chief)).LastWords);
    }

    [Fact]
    public async Task The_desk_lists_what_runs_out_and_what_has_broken()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var late = await newsroom.AddAsync(In(State.Review2, Now.AddDays(-14)), Ct);
        var fresh = await newsroom.AddAsync(In(State.Review1, Now.AddDays(-2)), Ct);
        await using (var db = newsroom.OpenDb())
        {
            db.AwaitedFiles.AddRange(File(late, Now.AddDays(2)), File(fresh, Now.AddDays(20)), File(fresh, null));
            var job = Job.ForAsset(JobKind.MakeProxy, late.Id, late.Assets[0].Id, Now);
            job.State = JobState.Dead;
            db.Jobs.Add(job);
            await db.SaveChangesAsync(Ct);
        }

        var today = await ReadAsync(newsroom, Wang);
        var administrator = await ReadAsync(newsroom, Wang with { Roles = [Accounts.Role.Editor1, Accounts.Role.Administrator] });

        Assert.Equal([late.Id], today.Clocks.Select(row => row.Id));
        Assert.Equal([late.Number], today.Awaited.Select(file => file.Number));
        Assert.Empty(today.Stuck);
        Assert.Equal([(JobKind.MakeProxy, late.Number)], administrator.Stuck.Select(work => (work.Kind, work.Number)));
    }

    [Fact]
    public async Task A_file_that_is_not_wanted_any_more_leaves_the_desk_and_colleagues_read_who_said_so()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        var file = File(piece, Now.AddDays(2));
        await using var db = desk.Portal.Data.OpenDb();
        db.Add(file);
        await db.SaveChangesAsync(Ct);
        var page = $"/desk/pieces/{piece.Id}";
        var before = await desk.Wang.ReadAsync(page, Ct);

        var given = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Wang.PostAsync(page, $"{page}?handler=GiveUp", Ct, ("file", file.Id.ToString()))));
        using var elsewhere = await desk.Wang.PostAsync(page, $"{page}?handler=GiveUp", Ct, ("file", Guid.NewGuid().ToString()));

        Assert.Contains("handler=GiveUp", before, StringComparison.Ordinal);
        Assert.Contains($"取到以后<a href=\"{page}/films\">挂上视频</a>，这一条就没有了。", WebUtility.HtmlDecode(before), StringComparison.Ordinal);
        Assert.All(given, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.DoesNotContain("handler=GiveUp", await desk.Wang.ReadAsync(page, Ct), StringComparison.Ordinal);
        Assert.Equal("不用取了：大片.mp4", (await db.InternalNotes.SingleAsync(note => note.SubmissionId == piece.Id, Ct)).Text);
    }

    [Fact]
    public async Task The_page_and_its_figures_alone_open()
    {
        Assert.Contains("today-counts", await desk.Wang.ReadAsync("/desk/today", Ct), StringComparison.Ordinal);
        var alone = await desk.Zhao.ReadAsync("/desk/today?handler=Counts", Ct);
        Assert.StartsWith("<div id=\"today-counts\"", alone.Trim(), StringComparison.Ordinal);
        Assert.Contains("等我拍板", WebUtility.HtmlDecode(alone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_waits_for_a_chief_is_behind_its_figure()
    {
        using var chief = await DeskClient.SignInAsync(desk.Portal, "钱总编", Ct, Accounts.Role.Editor3);
        var asked = In(State.Adopted, Now);
        asked.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain);
        await desk.AddAsync(asked, Ct);
        var down = await desk.AddAsync(In(State.TakenDown, Now), Ct);
        var own = In(State.Published, Now);
        await desk.AddAsync(own.Do(Verb.TakeDown, chief.Actor, Now, Decision.Plain with { Comment = "作者来电，先下线" }), Ct); // somebody else countersigns
        var adopted = await desk.AddAsync(In(State.Adopted, Now), Ct);

        var behind = await BehindAsync(chief);

        Assert.Equal((true, true, false, false), (Has(asked), Has(down), Has(own), Has(adopted)));
        Assert.DoesNotContain(down.Number!, await desk.Wang.ReadAsync("/desk?share=LastWord", Ct), StringComparison.Ordinal);

        bool Has(Submission piece) => behind.Contains(piece.Number!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_kept_under_a_name_has_its_address_and_is_given_up_by_its_owner_only()
    {
        var piece = await desk.AddAsync(In(State.Review2, Now), Ct);
        using var kept = await desk.Li.PostAsync("/desk?state=Review2&q=风筝", "/desk?handler=Keep", Ct, ("name", "复审的风筝"), ("query", "state=Review2&q=风筝&bogus=1"));
        var address = kept.Headers.Location!.ToString();

        var page = WebUtility.HtmlDecode(await desk.Li.ReadAsync(address, Ct));
        Assert.Contains("<h1>复审的风筝</h1>", page, StringComparison.Ordinal);
        Assert.Contains(piece.Number!, page, StringComparison.Ordinal);
        Assert.Matches("复审的风筝<span class=\"count\">[1-9]", WebUtility.HtmlDecode(await desk.Li.ReadAsync("/desk?handler=Counts", Ct)));
        Assert.DoesNotContain("复审的风筝", WebUtility.HtmlDecode(await desk.Wang.ReadAsync("/desk", Ct)), StringComparison.Ordinal);

        await using var db = desk.Portal.Data.OpenDb();
        var view = await db.SavedViews.SingleAsync(row => row.Name == "复审的风筝", Ct);
        (await desk.Wang.PostAsync("/desk", "/desk?handler=Drop", Ct, ("id", view.Id.ToString()))).Dispose();
        Assert.True(await db.SavedViews.AnyAsync(row => row.Id == view.Id, Ct));
        (await desk.Li.PostAsync("/desk", "/desk?handler=Drop", Ct, ("id", view.Id.ToString()))).Dispose();
        Assert.False(await db.SavedViews.AnyAsync(row => row.Id == view.Id, Ct));
    }

    [Theory]
    [InlineData("", "state=Review2", "view-name-invalid")]
    [InlineData("空的", "bogus=1", "view-empty")]
    public async Task A_view_without_name_or_filter_is_not_kept(string name, string query, string code)
    {
        using var answer = await desk.Wang.PostAsync("/desk", "/desk?handler=Keep", Ct, ("name", name), ("query", query));

        Assert.Contains(RefusalTexts.Of(code), WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    /// <summary>The page that 等我拍板 leads to.</summary>
    private static async Task<string> BehindAsync(DeskClient editor)
    {
        var counts = WebUtility.HtmlDecode(await editor.ReadAsync("/desk/today?handler=Counts", Ct));
        return await editor.ReadAsync(Regex.Match(counts, "href=\"(/desk[^\"]+)\"><[^>]+>[0-9]+</span><span class=\"today-name\">等我拍板").Groups[1].Value, Ct);
    }

    private static AwaitedFile File(Submission piece, DateTimeOffset? expires) => new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Name = "大片.mp4", Size = "1.2G", Expires = expires, CreatedAt = Now };

    private static Task<TodayCounts> CountAsync(Newsroom newsroom, Actor actor) => newsroom.RunAsync((ReadToday read) => read.CountAsync(actor, Ct));

    private static Task<Today> ReadAsync(Newsroom newsroom, Actor actor) => newsroom.RunAsync((ReadToday read) => read.RunAsync(actor, Ct));
}
