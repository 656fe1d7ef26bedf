using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class UrgencyTests
{
    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    [InlineData(State.Review3)]
    public void While_a_piece_is_reviewed_only_the_holder_of_its_claim_marks_it(State level)
    {
        var piece = In(level, Monday);
        Assert.Equal("not-claimed", Refused(piece, Sun));
        piece.Take(Sun, Monday, null);
        Assert.Equal("not-claimed", Refused(piece, Chief));

        piece.SetUrgent(Sun, true, Monday);

        Assert.True(piece.IsUrgent);
    }

    [Fact]
    public void Nobody_moves_their_own_piece_to_the_front()
    {
        var piece = In(State.Waiting, Monday);

        Assert.Equal("own-piece", Refused(piece, Sun with { Contacts = [piece.Contact!.Email!] }));
    }

    [Theory]
    [InlineData(State.Adopted)]
    [InlineData(State.Published)]
    public void After_the_review_it_is_said_by_who_brings_the_piece_out(State state)
    {
        var piece = In(state, Monday);
        Assert.Equal("only-publisher", Refused(piece, Wang));

        piece.SetUrgent(Fang, true, Monday);
        piece.SetUrgent(Zhao, false, Monday);

        Assert.False(piece.IsUrgent);
    }

    [Fact]
    public void While_the_reader_is_asked_any_reviewer_may_and_nobody_else()
    {
        var piece = In(State.Waiting, Monday);
        Assert.Equal("not-possible-now", Refused(piece, Editor("钱会计", Role.Finance)));

        piece.SetUrgent(Li, true, Monday);

        Assert.True(piece.IsUrgent);
        Assert.Equal("not-possible-now", Refused(In(State.Closed, Monday), Sun));
    }

    private static string Refused(Submission piece, Actor actor) =>
        Assert.Throws<RefusedException>(() => piece.SetUrgent(actor, true, Monday)).Code;
}
