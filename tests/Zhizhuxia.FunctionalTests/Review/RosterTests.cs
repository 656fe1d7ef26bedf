using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>值班: a level lent for a time, in the running portal.</summary>
public sealed class RosterTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chief_lends_the_second_level_and_the_verdict_is_told_as_given_by_a_stand_in()
    {
        using var qian = await DeskClient.SignInAsync(desk.Portal, "钱编辑", Ct, Role.Editor1);
        var piece = await desk.AddAsync(In(State.Review2, Now), Ct);
        var before = await PassAsync(qian, piece);

        using var lent = await LendAsync(desk.Zhao, qian, Role.Editor2, Now.AddDays(1));
        await ClaimAsync(qian, piece);
        var after = await PassAsync(qian, piece);

        Assert.Equal("/desk/roster", lent.Headers.Location?.ToString());
        Assert.Contains("代复审", await desk.Wang.ReadAsync("/desk/roster", Ct), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (before, after));
        var passed = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Review3, Role.Editor2), (passed.State, passed.History[^1].LentRole));
        Assert.Null(StepChain.BrokenAt(passed.History));
        Assert.Contains("钱编辑 代复审，通过复审", WebUtility.HtmlDecode(await desk.Zhao.ReadAsync($"/desk/pieces/{piece.Id}", Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_passed_at_their_own_level_they_do_not_pass_as_a_stand_in()
    {
        using var qian = await DeskClient.SignInAsync(desk.Portal, "钱编辑", Ct, Role.Editor1);
        using var lent = await LendAsync(desk.Administrator, qian, Role.Editor2, Now.AddDays(1));
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);

        await ClaimAsync(qian, piece);
        var own = await PassAsync(qian, piece);
        await ClaimAsync(qian, piece);
        var asStandIn = await PassAsync(qian, piece);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (own, asStandIn));
        Assert.Equal(State.Review2, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task It_ends_by_itself_when_its_time_is_over()
    {
        using var qian = await DeskClient.SignInAsync(desk.Portal, "钱编辑", Ct, Role.Editor1);
        var piece = await desk.AddAsync(In(State.Review2, Now), Ct);
        await using var db = desk.Portal.Data.OpenDb();
        var lending = new StandIn
        {
            Id = Guid.CreateVersion7(), Role = Role.Editor2, EditorId = qian.Editor.Id, From = Now.AddHours(-1), Until = Now.AddDays(1), Reason = "李主任出差",
            LentBy = desk.Zhao.Editor.Id, LentByName = "赵总编", LentAt = Now,
        };
        db.Add(lending);
        await db.SaveChangesAsync(Ct);
        await ClaimAsync(qian, piece);
        var claimed = (await desk.SeeAsync(piece.Id, Ct)).Claim;

        await db.StandIns.Where(row => row.Id == lending.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Until, TimeProvider.System.GetUtcNow()), Ct);

        Assert.DoesNotContain("decide/Pass", await qian.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
        Assert.Equal(qian.Editor.Id, claimed!.EditorId);
        Assert.Equal(HttpStatusCode.Conflict, await PassAsync(qian, piece));
    }

    [Fact]
    public async Task Who_lends_or_stands_in_may_end_it_and_a_colleague_may_not()
    {
        using var qian = await DeskClient.SignInAsync(desk.Portal, "钱编辑", Ct, Role.Editor1);
        using var first = await LendAsync(desk.Zhao, qian, Role.Editor2, Now.AddDays(1));
        var id = await OnlyOfAsync(qian);

        using var colleague = await desk.Li.PostAsync("/desk/roster", "/desk/roster?handler=End", Ct, ("id", id.ToString()));
        using var ended = await qian.PostAsync("/desk/roster", "/desk/roster?handler=End", Ct, ("id", id.ToString()));
        using var again = await qian.PostAsync("/desk/roster", "/desk/roster?handler=End", Ct, ("id", id.ToString()));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (colleague.StatusCode, ended.StatusCode, again.StatusCode));
        Assert.Contains("由终审总编或管理员来定", await colleague.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_lends_to_themselves_whatever_is_posted()
    {
        using var answer = await LendAsync(desk.Zhao, desk.Zhao, Role.Editor2, Now.AddDays(1));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("不能请自己代审", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_nothing_in_it_is_refused_in_words()
    {
        using var answer = await desk.Zhao.PostAsync("/desk/roster/lend", "/desk/roster/lend", Ct, ("Form.Role", "x"), ("Form.Colleague", "nobody"), ("Form.From", "gestern"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> LendAsync(DeskClient lender, DeskClient colleague, Role level, DateTimeOffset until) => await lender.PostAsync(
        "/desk/roster/lend", "/desk/roster/lend", Ct, ("Form.Role", level.ToString()), ("Form.Colleague", colleague.Editor.Id.ToString()),
        ("Form.From", Clock(Now)), ("Form.Until", Clock(until)), ("Form.Reason", "李主任出差"));

    private static string Clock(DateTimeOffset moment) => Beijing.Local(moment).ToString("yyyy-MM-ddTHH:mm", null);

    private static async Task ClaimAsync(DeskClient editor, Submission piece)
    {
        using var answer = await editor.PostAsync($"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}?handler=Claim", Ct);
    }

    private async Task<HttpStatusCode> PassAsync(DeskClient editor, Submission piece)
    {
        var seen = Seen.Of(await desk.SeeAsync(piece.Id, Ct)).ToString();
        using var answer = await editor.PostAsync(
            $"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/decide/Pass", Ct,
            ("Form.Seen", seen), ("Form.Rights", "0"), ("Form.Rights", "1"), ("Form.Rights", "2"), ("Form.Rights", "3"), ("Form.Shown", "true"));
        return answer.StatusCode;
    }

    private async Task<Guid> OnlyOfAsync(DeskClient editor)
    {
        await using var db = desk.Portal.Data.OpenDb();
        return (await db.StandIns.SingleAsync(row => row.EditorId == editor.Editor.Id, Ct)).Id;
    }
}
