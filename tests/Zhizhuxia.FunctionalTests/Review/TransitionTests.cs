using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>Every row of the table that is the newsroom's, through the pages: it is done, and each of its guards refuses with its sentence.</summary>
public sealed class TransitionTests(DeskFixture desk) : IClassFixture<DeskFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<State, Verb> Rows => [.. Steps.OfStaff.Select(row => (row.From, row.Verb))];

    public static TheoryData<State, Verb, string> Guarded =>
        [.. Steps.OfStaff.SelectMany(row => row.If.Select(guard => (row.From, row.Verb, guard.Code))).Where(row => !Steps.OutOfReach.Contains(row.Code))];

    /// <summary>The piece that every duplicate names.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var db = desk.Portal.Data.OpenDb();
        if (await db.Submissions.AnyAsync(piece => piece.Number == Steps.OtherNumber, Ct))
            return;
        var other = In(State.Review1, Now);
        other.Number = Steps.OtherNumber;
        await desk.AddAsync(other, Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_step_is_done_once_with_its_history_its_letter_and_its_claim(State from, Verb verb)
    {
        var row = Workflow.Find(from, verb);
        var person = PersonFor(row.By);
        var piece = await desk.AddAsync(Steps.PieceFor(row, person.Actor, desk.Sun.Actor), Ct);
        var letters = await LettersAsync(piece.Id);

        var (status, page) = await DoAsync(person, piece.Id, verb, Steps.FormOf(row));

        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.True(status is HttpStatusCode.Redirect, page);
        Assert.Equal((row.To, row.Closing, piece.History.Count + 1), (after.State, after.Closing, after.History.Count));
        Assert.Equal((verb, from, after.State, person.Editor.Id), (after.History[^1].Verb, after.History[^1].From, after.History[^1].To, after.History[^1].EditorId));
        Assert.Null(StepChain.BrokenAt(after.History));
        Assert.Equal(letters + (Writes(verb, row.To) ? 1 : 0), await LettersAsync(piece.Id));
        Assert.Equal(row.Then.Contains(Effects.Release) ? null : row.Then.Contains(Effects.TakeClaim) ? person.Editor.Id : piece.Claim?.EditorId, after.Claim?.EditorId);
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task A_guard_refuses_with_its_sentence_and_nothing_changes(State from, Verb verb, string code)
    {
        var row = Workflow.Find(from, verb);
        var person = PersonFor(row.By);
        var piece = Steps.PieceFor(row, person.Actor, desk.Sun.Actor);
        if (Steps.SpoiltPieces.TryGetValue(code, out var spoil))
            spoil(piece, person.Actor);
        var form = Steps.FormOf(row).Where(field => field.Name != Steps.MissingFields.GetValueOrDefault(code)).ToArray();
        Assert.True(spoil is not null || form.Length < Steps.FormOf(row).Length, $"Nobody knows how to break {code}");
        await desk.AddAsync(piece, Ct);

        var (status, page) = await DoAsync(person, piece.Id, verb, form);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(RefusalTexts.Of(code), page, StringComparison.Ordinal);
        await UnchangedAsync(piece);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Whose_step_it_is_not_is_told_whose(State from, Verb verb)
    {
        var row = Workflow.Find(from, verb);
        var stranger = row.By is Performer.Editor1 ? desk.Li : row.By is Performer.Publisher ? desk.Zhao : desk.Wang;
        var piece = await desk.AddAsync(Steps.PieceFor(row, PersonFor(row.By).Actor, desk.Sun.Actor), Ct);

        var (status, page) = await DoAsync(stranger, piece.Id, verb, Steps.FormOf(row));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(RefusalTexts.Of(Workflow.RoleCode(row.By)), page, StringComparison.Ordinal);
        await UnchangedAsync(piece);
    }

    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    [InlineData(State.Review3)]
    [InlineData(State.Waiting)]
    [InlineData(State.Adopted)]
    [InlineData(State.Published)]
    [InlineData(State.TakenDown)]
    [InlineData(State.Closed)]
    public async Task What_the_table_does_not_have_cannot_be_done_by_any_form(State from)
    {
        var piece = In(from, Now).WithLadder();
        piece.Claim = new(desk.Sun.Editor.Id, "孙全能", Now);
        await desk.AddAsync(piece, Ct);
        var forms = Steps.OfStaff.SelectMany(Steps.FormOf).Distinct().ToArray();
        foreach (var verb in Enum.GetValues<Verb>().Where(verb => !Steps.OfStaff.Any(row => row.From == from && row.Verb == verb)))
        {
            var (status, page) = await DoAsync(desk.Sun, piece.Id, verb, forms);

            Assert.True(status is HttpStatusCode.Conflict, $"{verb}: {status}");
            var others = Workflow.Table.FirstOrDefault(row => row.From == from && row.Verb == verb);
            Assert.Contains(RefusalTexts.Of(others is null or { By: Performer.Typist } ? "not-possible-now" : Workflow.RoleCode(others.By)), page, StringComparison.Ordinal);
        }
        await UnchangedAsync(piece);
    }

    private static bool Writes(Verb verb, State? to) => verb is Verb.Ask or Verb.Decline or Verb.Duplicate or Verb.GrantWithdrawal or Verb.RefuseWithdrawal or Verb.Publish or Verb.TakeDown || to is State.Adopted && verb is Verb.Pass;

    private DeskClient PersonFor(Performer performer) => performer switch
    {
        Performer.Editor1 => desk.Wang,
        Performer.Editor2 => desk.Li,
        Performer.Editor3 => desk.Zhao,
        Performer.Senior => desk.Li,
        _ => desk.Fang,
    };

    private async Task<(HttpStatusCode Status, string Page)> DoAsync(DeskClient editor, Guid id, Verb verb, (string, string)[] form)
    {
        var seen = Seen.Of(await desk.SeeAsync(id, Ct)).ToString();
        var path = verb is Verb.Revise ? $"/desk/pieces/{id}?handler=Revise" : $"/desk/pieces/{id}/decide/{verb}";
        using var answer = await editor.PostAsync("/account", path, Ct, [("Form.Seen", seen), ("Revision.Seen", seen), .. form]);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    private async Task UnchangedAsync(Submission piece)
    {
        var after = await desk.SeeAsync(piece.Id, Ct);
        Assert.Equal((piece.State, piece.RowVersion, piece.History.Count, piece.Claim?.EditorId), (after.State, after.RowVersion, after.History.Count, after.Claim?.EditorId));
    }

    private async Task<int> LettersAsync(Guid piece)
    {
        await using var db = desk.Portal.Data.OpenDb();
        return await db.Letters.CountAsync(letter => letter.SubmissionId == piece, Ct);
    }
}
