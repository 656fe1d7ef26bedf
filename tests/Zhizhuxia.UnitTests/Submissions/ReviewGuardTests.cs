using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class ReviewGuardTests
{
    [Fact]
    public void Nobody_judges_their_own_piece()
    {
        var piece = In(State.Review1, Monday);
        var sender = Wang with { Contacts = ["READER@example.org"] };

        Assert.Equal("own-piece", Assert.Throws<RefusedException>(() => piece.Take(sender, Monday, null)).Code);
        Refused("own-piece", piece, Verb.Pass, sender, Checked);
        Refused("own-piece", piece, Verb.Pass, Wang with { Contacts = ["13800000000"] }, Checked);
    }

    [Fact]
    public void Nobody_judges_what_they_typed_in_for_a_caller()
    {
        var piece = new Submission { Id = Guid.CreateVersion7(), Kind = SubmissionKind.Proposal, Channel = Channel.Phone, CreatedAt = Monday, EnteredBy = Wang.EditorId };

        Assert.False(Guards.NotOwn.Holds(new(piece, Wang, Checked, Monday)));
        Assert.True(Guards.NotOwn.Holds(new(piece, Li, Checked, Monday)));
    }

    [Fact]
    public void A_piece_is_claimed_before_it_is_decided() =>
        Refused("not-claimed", In(State.Review1, Monday), Verb.Pass, Wang, Checked);

    [Fact]
    public void A_film_that_is_being_looked_at_holds_the_piece()
    {
        var piece = In(State.Review1, Monday);
        piece.Assets.Add(Arrived(piece, Monday));
        Claimed(piece, Wang);
        Refused("material-unsettled", piece, Verb.Pass, Wang, Checked);
    }

    [Fact]
    public void The_ai_verdict_comes_first()
    {
        var piece = In(State.Review1, Monday);
        piece.Fill(Content.Of(piece) with { AiLabel = null });
        Claimed(piece, Wang);
        Refused("ai-not-judged", piece, Verb.Pass, Wang, Checked);
    }

    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    [InlineData(State.Review3)]
    public void A_pass_needs_the_rights_checklist(State level)
    {
        var piece = In(level, Monday);
        Claimed(piece, Sun);
        Refused("rights-not-checked", piece, Verb.Pass, Sun, Decision.Plain);
    }

    [Fact]
    public void Nobody_passes_the_same_content_twice()
    {
        var piece = In(State.Review1, Monday);
        piece.Do(Verb.Pass, Sun, Monday, Checked);
        Claimed(piece, Sun);
        Refused("fresh-eyes", piece, Verb.Pass, Sun, Checked);

        piece.Do(Verb.Pass, Li, Monday, Checked);
        Claimed(piece, Sun);
        Refused("fresh-eyes", piece, Verb.Pass, Sun, Checked);
    }

    [Fact]
    public void After_a_change_the_verdicts_are_void_and_the_same_person_may_pass_again()
    {
        var piece = In(State.Review3, Monday);
        var digest = piece.Digest;
        Claimed(piece, Zhao);
        piece.Revise(Content.Of(piece) with { Title = "风筝" }, Zhao, Monday);

        Assert.Equal((State.Review1, 2), (piece.State, piece.Versions.Count));
        Assert.NotEqual(digest, piece.Digest);
        piece.Do(Verb.Pass, Wang, Monday, Checked);
    }

    [Fact]
    public void The_last_pass_needs_both_verdicts_on_this_content()
    {
        var piece = In(State.Review3, Monday);
        Claimed(piece, Zhao);
        piece.History.RemoveAll(step => step.From is State.Review2);
        Refused("verdicts-void", piece, Verb.Pass, Zhao, Checked);
    }

    [Fact]
    public void One_person_cannot_be_both_lower_levels()
    {
        var piece = In(State.Review1, Monday);
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked);
        var second = piece.History[^1];
        piece.History[^1] = new()
        {
            Id = second.Id, SubmissionId = second.SubmissionId, Number = second.Number, Verb = second.Verb, EditorId = Wang.EditorId, ActorName = Wang.Name,
            From = second.From, To = second.To, Digest = second.Digest, At = second.At, PreviousHash = second.PreviousHash,
        };
        Claimed(piece, Zhao);
        Refused("verdicts-void", piece, Verb.Pass, Zhao, Checked);
    }

    [Fact]
    public void Without_the_authors_word_nothing_is_adopted()
    {
        var piece = In(State.Review3, Monday);
        Claimed(piece, Zhao);
        piece.Consents.RemoveAll(consent => consent.Kind is ConsentKind.Licence);
        Refused("not-authorised", piece, Verb.Pass, Zhao, Checked);

        Agree(piece, ConsentKind.Licence, Monday);
        piece.Declarations = piece.Declarations! with { Origin = Origin.SeenOnline };
        Refused("not-authorised", piece, Verb.Pass, Zhao, Checked);
    }

    [Fact]
    public void Minors_on_screen_need_their_guardians_word()
    {
        var piece = In(State.Review3, Monday);
        Claimed(piece, Zhao);
        piece.Declarations = piece.Declarations! with { Minors = Minors.NotAsked };
        Refused("guardian-missing", piece, Verb.Pass, Zhao, Checked);
    }

    [Fact]
    public void A_link_needs_its_original_or_the_second_levels_waiver()
    {
        var piece = Link();
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked);
        Claimed(piece, Zhao);
        Refused("original-missing", piece, Verb.Pass, Zhao, Checked);

        piece = Link();
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked with { WaiveOriginal = true });
        piece.Do(Verb.Pass, Zhao, Monday, Checked);
        Assert.Equal(State.Adopted, piece.State);
    }

    private static Submission Link()
    {
        var piece = Draft(Monday);
        piece.Assets.Clear();
        (piece.Kind, piece.LinkText) = (SubmissionKind.Link, "看看这个 https://example.org/v/1");
        piece.Apply(Verb.Submit, Actor.Reader, Monday, Decision.Plain);
        return piece;
    }

    private static void Claimed(Submission piece, Actor actor) => piece.Take(actor, Monday, "测试");

    private static void Refused(string code, Submission piece, Verb verb, Actor actor, Decision decision)
    {
        var before = (piece.State, piece.RowVersion, piece.History.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(() => piece.Apply(verb, actor, Monday, decision)).Code);
        Assert.Equal(before, (piece.State, piece.RowVersion, piece.History.Count));
        Assert.True(RefusalTexts.All.ContainsKey(code));
    }
}
