using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class WorkflowTests
{
    public static TheoryData<State, Verb> Every
    {
        get
        {
            var all = new TheoryData<State, Verb>();
            foreach (var state in Enum.GetValues<State>())
                foreach (var verb in Enum.GetValues<Verb>())
                    all.Add(state, verb);
            return all;
        }
    }

    /// <summary>What an actor with every role, a claim and every word a decision can have does to a piece that lacks nothing.</summary>
    [Theory]
    [MemberData(nameof(Every))]
    public void Only_the_tables_pairs_change_anything(State from, Verb verb)
    {
        var piece = In(from, Monday).WithLadder();
        var row = Workflow.Table.SingleOrDefault(candidate => candidate.From == from && candidate.Verb == verb);
        var actor = row?.By switch { Performer.Reader => Actor.Reader, Performer.Machine => Actor.Machine, _ => Sun };
        if (row?.If.Contains(Guards.Claimed) is true)
            piece.Take(actor, Monday, null);
        if (row?.If.Contains(Guards.HeldByColleague) is true)
            piece.Take(Chief, Monday, null);
        if (row?.If.Contains(Guards.AskedBack) is true)
            piece.Apply(Verb.AskWithdrawal, Actor.Reader, Monday, Decision.Plain);
        var before = Look(piece);

        if (row is null)
        {
            var refused = Assert.Throws<RefusedException>(() => piece.Apply(verb, actor, Monday, Everything()));
            Assert.Equal("not-possible-now", refused.Code);
            Assert.Equal(before, Look(piece));
            return;
        }

        var step = piece.Apply(verb, actor, row.If.Contains(Guards.Overdue) ? Monday.AddDays(31) : Monday, Everything());
        Assert.Equal((row.To ?? State.Review1, row.Closing), (piece.State, piece.Closing));
        Assert.Equal((verb, from, piece.State, before.Steps + 1), (step.Verb, step.From, step.To, piece.History.Count));
        Assert.Equal(before.Version + 1, piece.RowVersion);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_stranger_to_the_row_changes_nothing(State from, Verb verb)
    {
        var piece = In(from, Monday).WithLadder();
        var row = Workflow.Table.SingleOrDefault(candidate => candidate.From == from && candidate.Verb == verb);
        Actor[] people = [Actor.Reader, Actor.Machine, Wang, Li, Zhao, Fang, Editor("财务", Zhizhuxia.Accounts.Role.Finance), Editor("管理员", Zhizhuxia.Accounts.Role.Administrator)];
        foreach (var stranger in people.Where(person => row is null || !person.Is(row.By)))
        {
            var before = Look(piece);

            var refused = Assert.Throws<RefusedException>(() => piece.Apply(verb, stranger, Monday, Everything()));

            Assert.Equal(row is null ? "not-possible-now" : Workflow.RoleCode(row.By), refused.Code);
            Assert.Equal(before, Look(piece));
        }
    }

    [Fact]
    public void A_table_has_one_row_for_a_state_and_a_verb() =>
        Assert.Distinct(Workflow.Table.Select(row => (row.From, row.Verb)));

    [Fact]
    public void Every_code_of_the_table_has_its_sentence() => Assert.All(
        Workflow.Table.SelectMany(row => row.If.Select(guard => guard.Code).Append(Workflow.RoleCode(row.By))),
        code => Assert.True(RefusalTexts.All.ContainsKey(code), code));

    [Fact]
    public void Three_people_bring_a_piece_to_adoption_and_its_ladder_is_made()
    {
        var piece = In(State.Adopted, Monday);

        Assert.Equal([Wang.Name, Li.Name, Zhao.Name], piece.History.Where(step => step.Verb is Verb.Pass).Select(step => step.ActorName));
        Assert.Equal(JobKind.MakeLadder, piece.Jobs.Single(job => job.AssetId is not null).Kind);
        Assert.Equal([LetterKind.Received, LetterKind.Adopted], piece.Letters.Select(letter => letter.Kind));
        Assert.Null(piece.Claim);
    }

    [Fact]
    public void A_decline_is_held_ten_minutes_before_the_reader_hears()
    {
        var piece = In(State.Closed, Monday);

        var letter = piece.Letters.Single(row => row.Kind is LetterKind.Declined);
        Assert.Equal(Monday.AddMinutes(10), letter.NotBefore);
        Assert.Equal(letter.NotBefore, piece.Jobs.Single(job => job.LetterId == letter.Id).ReadyAt);
    }

    [Fact]
    public void A_reader_without_an_address_gets_no_letter()
    {
        var piece = In(State.Review1, Monday);
        piece.Contact = new("李翰", "13800000000", null);

        piece.Do(Verb.Decline, Wang, Monday, Refusal);

        Assert.Equal(LetterKind.Received, Assert.Single(piece.Letters).Kind);
    }

    [Fact]
    public void An_answer_goes_back_to_the_level_that_asked()
    {
        var piece = In(State.Review2, Monday);
        piece.Do(Verb.Ask, Li, Monday, Wanted(Monday));

        piece.Apply(Verb.Answer, Actor.Reader, Monday, new Decision { Answer = "地点是湘江边" });

        Assert.Equal((State.Review2, "地点是湘江边"), (piece.State, piece.Request!.Answer));
    }

    private static Decision Everything() => new()
    {
        Comment = "理由写在这里", DeclineReason = "题材近期已经刊发过", RightsChecked = true, Items = [RequestItem.Facts], Due = Monday.AddDays(7),
        Answer = "补充说明", Other = new(Guid.CreateVersion7(), "ZX261101-0001", GoesOn: true, ""), ReaderAgrees = true, PublicAddress = Printed.PublicAddress, QrReads = Printed.QrReads,
    };

    private static (State State, int Version, int Steps, int Letters, int Jobs, Claim? Claim) Look(Submission piece) =>
        (piece.State, piece.RowVersion, piece.History.Count, piece.Letters.Count, piece.Jobs.Count, piece.Claim);
}
