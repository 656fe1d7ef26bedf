using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>接手: a colleague's claim is taken over with a reason that stays in the history.</summary>
public sealed class TakeOverTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Why = "王编辑外出采访，<这篇>等不及";
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reason_is_kept_in_the_chain_and_every_colleague_reads_it()
    {
        var piece = await ReadByWangAsync();

        Assert.Equal(HttpStatusCode.Redirect, await ClaimAsync(desk.Sun, piece.Id, Why));

        var after = await desk.SeeAsync(piece.Id, Ct);
        var step = after.History[^1];
        Assert.Equal((Verb.TakeOver, desk.Sun.Editor.Id, Why), (step.Verb, step.EditorId, step.Comment));
        Assert.Equal((desk.Wang.Editor.Id, desk.Wang.Editor.DisplayName), (step.TakenFrom!.EditorId, step.TakenFrom.Name));
        Assert.Equal((State.Review1, desk.Sun.Editor.Id, piece.History.Count + 1), (after.State, after.Claim!.EditorId, after.History.Count));
        Assert.Null(StepChain.BrokenAt(after.History));
        foreach (var colleague in new[] { desk.Sun, desk.Li, desk.Fang })
        {
            var page = WebUtility.HtmlDecode(await colleague.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
            Assert.Contains("孙全能 从王编辑手中接手了这篇稿件", page, StringComparison.Ordinal);
            Assert.Contains(Why, page, StringComparison.Ordinal);
            Assert.DoesNotContain("接手了您认领的这篇稿件", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_colleague_is_told_on_the_page_and_cannot_decide_any_more()
    {
        var piece = await ReadByWangAsync();
        await ClaimAsync(desk.Sun, piece.Id, Why);

        var page = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
        using var decided = await desk.Wang.PostAsync(
            $"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/decide/Pass", Ct,
            ("Form.Seen", Seen.Of(piece).ToString()), ("Form.Rights", "0"), ("Form.Rights", "1"), ("Form.Rights", "2"), ("Form.Rights", "3"));

        Assert.Contains("孙全能 在", page, StringComparison.Ordinal);
        Assert.Contains($"接手了您认领的这篇稿件，理由：{Why}", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, decided.StatusCode);
        Assert.Contains("孙全能刚刚处理了这篇稿件（接手，", await decided.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Conflict)]
    [InlineData(" 急 ", HttpStatusCode.Conflict)]
    [InlineData(null, HttpStatusCode.BadRequest)] // 201 characters
    public async Task Without_a_reason_that_can_be_read_nothing_changes_hands(string? reason, HttpStatusCode expected)
    {
        var piece = await ReadByWangAsync();

        Assert.Equal(expected, await ClaimAsync(desk.Sun, piece.Id, reason ?? new('长', 201)));

        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((desk.Wang.Editor.Id, piece.History.Count, piece.RowVersion), (after.Claim!.EditorId, after.History.Count, after.RowVersion));
    }

    [Fact]
    public async Task Who_may_not_act_on_the_level_takes_nothing_over()
    {
        var piece = await ReadByWangAsync();

        Assert.Equal(HttpStatusCode.Conflict, await ClaimAsync(desk.Li, piece.Id, Why));

        Assert.Equal(desk.Wang.Editor.Id, (await desk.SeeAsync(piece.Id, Ct)).Claim!.EditorId);
    }

    [Fact]
    public async Task The_reader_hears_nothing_of_it()
    {
        using var reader = desk.Portal.Client();
        var receipt = await Forms.ReceiptAsync(reader, Forms.Link());
        var number = receipt.GetProperty("number").GetString();
        await using var db = desk.Portal.Data.OpenDb();
        var id = await db.Submissions.Where(row => row.Number == number).Select(row => row.Id).SingleAsync(Ct);
        Assert.Equal(HttpStatusCode.Redirect, await ClaimAsync(desk.Wang, id, ""));
        Assert.Equal(HttpStatusCode.Redirect, await ClaimAsync(desk.Sun, id, Why));

        using var answer = await Forms.LookUpAsync(reader, receipt.GetProperty("receipt").GetString());
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;

        Assert.Equal(Verb.TakeOver, (await desk.SeeAsync(id, Ct)).History[^1].Verb);
        Assert.Equal(["已收到您的投稿"], status.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("words").GetString()));
    }

    private async Task<Submission> ReadByWangAsync()
    {
        var piece = In(State.Review1, Now);
        piece.Take(desk.Wang.Actor, Now, null);
        return await desk.AddAsync(piece, Ct);
    }

    private static async Task<HttpStatusCode> ClaimAsync(DeskClient editor, Guid id, string reason)
    {
        using var answer = await editor.PostAsync($"/desk/pieces/{id}", $"/desk/pieces/{id}?handler=Claim", Ct, ("reason", reason));
        return answer.StatusCode;
    }
}
