using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>代: what the duty roster lends counts like one's own, is told in the history, and three levels stay three people.</summary>
public sealed class StandInTests
{
    private readonly Actor _wang = LentTo(new() { DisplayName = "王编辑", Roles = [Role.Editor1] }, Role.Editor2);

    [Fact]
    public void A_lent_level_passes_a_piece_and_the_history_says_so()
    {
        var piece = In(State.Review2, Monday).Do(Verb.Pass, _wang, Monday, Checked);

        Assert.Equal((State.Review3, Role.Editor2), (piece.State, piece.History[^1].LentRole));
        Assert.Null(StepChain.BrokenAt(piece.History));
    }

    [Fact]
    public void In_their_own_right_nobody_stands_in()
    {
        var piece = In(State.Review1, Monday).Do(Verb.Pass, _wang, Monday, Checked);

        Assert.Null(piece.History[^1].LentRole);
    }

    [Fact]
    public void Who_passed_it_at_the_first_level_does_not_pass_it_as_a_stand_in()
    {
        var piece = In(State.Review1, Monday).Do(Verb.Pass, _wang, Monday, Checked);
        piece.Take(_wang, Monday, null);

        var refused = Assert.Throws<RefusedException>(() => piece.Apply(Verb.Pass, _wang, Monday, Checked));

        Assert.Equal(("fresh-eyes", State.Review2), (refused.Code, piece.State));
    }

    [Fact]
    public void Without_the_lending_it_is_not_theirs()
    {
        var piece = In(State.Review2, Monday);

        Assert.Throws<RefusedException>(() => piece.Apply(Verb.Pass, Wang, Monday, Checked));
    }

    [Fact]
    public void A_step_that_either_of_two_levels_may_do_is_lent_only_to_who_has_neither()
    {
        var li = LentTo(new() { DisplayName = "李主任", Roles = [Role.Editor2] }, Role.Editor3);

        Assert.Equal((null, Role.Editor2), (li.LentFor(Performer.Senior), _wang.LentFor(Performer.Senior)));
        Assert.Null(Actor.Reader.LentFor(Performer.Reader));
    }

    [Fact]
    public void Whether_it_was_lent_is_part_of_the_chain()
    {
        var piece = In(State.Review2, Monday).Do(Verb.Pass, _wang, Monday, Checked);
        var step = piece.History[^1];
        var changed = new Step
        {
            Id = step.Id, SubmissionId = step.SubmissionId, Number = step.Number, Verb = step.Verb, EditorId = step.EditorId, ActorName = step.ActorName, From = step.From,
            To = step.To, Digest = step.Digest, Comment = step.Comment, At = step.At, PreviousHash = step.PreviousHash,
        };

        Assert.NotEqual(step.Hash, changed.ComputeHash());
    }

    private static Actor LentTo(Editor editor, Role level) => Actor.Of(editor, [level]);
}
