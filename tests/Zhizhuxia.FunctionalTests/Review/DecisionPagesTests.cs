using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>Decisions through the pages, as a browser sends them.</summary>
public sealed class DecisionPagesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly (string, string)[] Rights = [("Form.Rights", "0"), ("Form.Rights", "1"), ("Form.Rights", "2"), ("Form.Rights", "3")];
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_editors_bring_a_piece_to_adoption_and_a_fourth_step_publishes_it()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        foreach (var (editor, state) in new[] { (desk.Wang, State.Review2), (desk.Li, State.Review3) })
        {
            await ClaimAsync(editor, piece.Id);
            Assert.Equal(HttpStatusCode.Redirect, await DecideAsync(editor, piece.Id, Verb.Pass, Rights));
            Assert.Equal(state, (await desk.SeeAsync(piece.Id, Ct)).State);
        }
        await ClaimAsync(desk.Zhao, piece.Id);
        Assert.Equal(HttpStatusCode.OK, await DecideAsync(desk.Zhao, piece.Id, Verb.Pass, Rights)); // the letter is shown
        Assert.Equal(State.Review3, (await desk.SeeAsync(piece.Id, Ct)).State);
        Assert.Equal(HttpStatusCode.Redirect, await DecideAsync(
            desk.Zhao, piece.Id, Verb.Pass, [.. Rights, ("Form.Shown", "true"), ("Form.Subject", "采用了"), ("Form.Body", "恭喜您。\n稿酬见附表。")]));

        var adopted = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal(State.Adopted, adopted.State);
        await using var db = desk.Portal.Data.OpenDb();
        var letter = await db.Letters.SingleAsync(row => row.SubmissionId == piece.Id && row.Kind == LetterKind.Adopted, Ct);
        Assert.Equal(("采用了", "恭喜您。\n稿酬见附表。"), (letter.Subject, letter.Body));
    }

    [Fact]
    public async Task The_same_person_twice_is_refused_on_the_page()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await ClaimAsync(desk.Sun, piece.Id);
        await DecideAsync(desk.Sun, piece.Id, Verb.Pass, Rights);
        await ClaimAsync(desk.Sun, piece.Id);

        var page = await desk.Sun.ReadAsync(Page(piece.Id), Ct);
        var (status, answer) = await TryAsync(desk.Sun, piece.Id, Verb.Pass, Rights);

        Assert.Contains("您已在另一级通过了同一内容", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("三审须由三个人完成", answer, StringComparison.Ordinal);
        Assert.Equal(State.Review2, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_editors_at_once_the_second_sees_who_and_what(bool passFirst)
    {
        var piece = In(State.Review1, Now);
        piece.Take(desk.Sun.Actor, Now, null);
        await desk.AddAsync(piece, Ct);
        var seen = ("Form.Seen", Seen.Of(piece).ToString());
        (string, string)[] decline = [seen, ("Form.DeclineReason", "内容无法核实"), ("Form.Shown", "true"), ("Form.Subject", "未采用"), ("Form.Body", "谢谢")];
        (Verb Verb, (string, string)[] Form)[] steps = [(Verb.Pass, [seen, .. Rights]), (Verb.Decline, decline)];
        var (first, second) = passFirst ? (steps[0], steps[1]) : (steps[1], steps[0]);

        using var one = await desk.Sun.PostAsync(Page(piece.Id), Decide(piece.Id, first.Verb), Ct, first.Form);
        using var other = await desk.Wang.PostAsync(Page(piece.Id), Decide(piece.Id, second.Verb), Ct, second.Form);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (one.StatusCode, other.StatusCode));
        Assert.Contains($"孙全能刚刚处理了这篇稿件（{DeskWords.Of(first.Verb)}", await other.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(passFirst ? State.Review2 : State.Closed, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task The_same_form_sent_twice_decides_once()
    {
        var piece = In(State.Review1, Now);
        piece.Take(desk.Wang.Actor, Now, null);
        await desk.AddAsync(piece, Ct);
        (string, string)[] form = [("Form.Seen", Seen.Of(piece).ToString()), .. Rights];

        using var first = await desk.Wang.PostAsync(Page(piece.Id), Decide(piece.Id, Verb.Pass), Ct, [.. form, ("Form.Shown", "true")]);
        using var again = await desk.Wang.PostAsync(Page(piece.Id), Decide(piece.Id, Verb.Pass), Ct, [.. form, ("Form.Shown", "true")]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.Equal(piece.History.Count + 1, (await desk.SeeAsync(piece.Id, Ct)).History.Count);
    }

    [Theory]
    [InlineData(Verb.Pass, "请核对并勾选权利清单")]
    [InlineData(Verb.Decline, "请选一条不采用的理由")]
    [InlineData(Verb.Ask, "请至少选一项要读者补充的内容")]
    public async Task What_a_decision_lacks_is_said_on_the_page(Verb verb, string sentence)
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await ClaimAsync(desk.Wang, piece.Id);

        var (status, answer) = await TryAsync(desk.Wang, piece.Id, verb, [("Form.DeclineReason", "自己编的理由")]);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(sentence, answer, StringComparison.Ordinal);
        Assert.Equal(State.Review1, (await desk.SeeAsync(piece.Id, Ct)).State);
    }

    [Fact]
    public async Task A_reader_without_an_address_is_telephoned()
    {
        var piece = In(State.Review1, Now);
        piece.Contact = new("周先生", "13812340000", null);
        piece.Take(desk.Wang.Actor, Now, null);
        await desk.AddAsync(piece, Ct);

        var (status, answer) = await TryAsync(desk.Wang, piece.Id, Verb.Decline, [("Form.DeclineReason", "内容无法核实")]);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("读者没有留邮箱，不会发信。请打电话告诉 周先生：13812340000", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_shows_its_letter_and_then_waits_for_the_reader()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await ClaimAsync(desk.Wang, piece.Id);
        (string, string)[] form =
            [("Form.Items", "Original"), ("Form.Items", "Facts"), ("Form.Due", Beijing.Local(Now.AddDays(7)).ToString("yyyy-MM-dd", null)), ("Form.Comment", "请发原片")];

        var (_, letter) = await TryAsync(desk.Wang, piece.Id, Verb.Ask, form);
        Assert.Contains("这封信会发给读者", letter, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await DecideAsync(desk.Wang, piece.Id, Verb.Ask, [.. form, ("Form.Shown", "true"), ("Form.Subject", "请补充"), ("Form.Body", "请发原片")]));

        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Waiting, State.Review1), (after.State, after.Request!.From));
        Assert.Equal([RequestItem.Original, RequestItem.Facts], after.Request.Items);
    }

    [Fact]
    public async Task A_change_of_words_makes_a_version_and_a_stale_one_is_refused()
    {
        var piece = await desk.AddAsync(In(State.Review1, Now), Ct);
        await ClaimAsync(desk.Wang, piece.Id);
        var seen = Seen.Of(await desk.SeeAsync(piece.Id, Ct)).ToString();
        (string, string)[] form = [("Revision.Seen", seen), ("Revision.Title", "新题目"), ("Revision.Text", "新的说明。"), ("Revision.Credits", "摄影：李翰\n剪辑：谢慧"), ("Revision.AiLabel", "None")];

        using var saved = await desk.Wang.PostAsync(Page(piece.Id), $"{Page(piece.Id)}?handler=Revise", Ct, form);
        using var stale = await desk.Wang.PostAsync(Page(piece.Id), $"{Page(piece.Id)}?handler=Revise", Ct, [.. form, ("Revision.SourceLine", "文/某某")]);
        using var wrong = await desk.Wang.PostAsync(Page(piece.Id), $"{Page(piece.Id)}?handler=Revise", Ct, ("Revision.Seen", seen), ("Revision.Title", "短"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (saved.StatusCode, stale.StatusCode, wrong.StatusCode));
        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal(("新题目", 2, "摄影:李翰 剪辑:谢慧"), (after.Title, after.Versions.Count, Credits.Print(after.Credits)));
        Assert.Contains("<ins>", await desk.Wang.ReadAsync(Page(piece.Id), Ct), StringComparison.Ordinal);
        Assert.Contains("标题要 2–40 个字", await wrong.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lower_ai_label_is_the_third_levels_and_its_reason_stands_in_the_history()
    {
        var piece = In(State.Review3, Now);
        piece.Fill(Content.Of(piece) with { AiLabel = AiLabel.Possible });
        await desk.AddAsync(piece, Ct);
        await ClaimAsync(desk.Zhao, piece.Id);
        Assert.Contains("调低的理由", await desk.Zhao.ReadAsync(Page(piece.Id), Ct), StringComparison.Ordinal);
        (string, string)[] form =
        [
            ("Revision.Seen", Seen.Of(await desk.SeeAsync(piece.Id, Ct)).ToString()), ("Revision.Title", piece.Title), ("Revision.Text", piece.Text),
            ("Revision.Credits", "摄影：李翰"), ("Revision.ColumnId", piece.ColumnId.ToString()!), ("Revision.AiLabel", "None"),
        ];

        using var bare = await desk.Zhao.PostAsync(Page(piece.Id), $"{Page(piece.Id)}?handler=Revise", Ct, form);
        using var lowered = await desk.Zhao.PostAsync(Page(piece.Id), $"{Page(piece.Id)}?handler=Revise", Ct, [.. form, ("Revision.Reason", "读者误填，只用了美颜")]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (bare.StatusCode, lowered.StatusCode));
        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Review1, AiLabel.None, "读者误填，只用了美颜"), (after.State, after.AiLabel, after.History[^1].Comment));
        Assert.Contains("读者误填，只用了美颜", await desk.Zhao.ReadAsync(Page(piece.Id), Ct), StringComparison.Ordinal);
    }

    private static string Page(Guid id) => $"/desk/pieces/{id}";

    private static string Decide(Guid id, Verb verb) => $"/desk/pieces/{id}/decide/{verb}";

    private static async Task ClaimAsync(DeskClient editor, Guid id)
    {
        using var answer = await editor.PostAsync(Page(id), $"{Page(id)}?handler=Claim", Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<HttpStatusCode> DecideAsync(DeskClient editor, Guid id, Verb verb, (string, string)[] form) => (await TryAsync(editor, id, verb, form)).Status;

    private async Task<(HttpStatusCode Status, string Page)> TryAsync(DeskClient editor, Guid id, Verb verb, (string, string)[] form)
    {
        var seen = Seen.Of(await desk.SeeAsync(id, Ct)).ToString();
        using var answer = await editor.PostAsync(Page(id), Decide(id, verb), Ct, [("Form.Seen", seen), .. form]);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
