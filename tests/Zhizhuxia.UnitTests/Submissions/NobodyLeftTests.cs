using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>The system says when no third person is there, and who could act.</summary>
public sealed class NobodyLeftTests
{
    private static readonly Actor Boss = Editor("何管理", Role.Administrator);

    [Fact]
    public void Where_somebody_can_pass_it_nothing_is_said()
    {
        Assert.Null(NobodyLeft.Of(In(State.Review2, Monday), [Wang, Li, Zhao, Boss], Monday));
        Assert.Null(NobodyLeft.Of(In(State.Adopted, Monday), [], Monday));
        Assert.Null(NobodyLeft.Of(In(State.Waiting, Monday), [], Monday));
    }

    [Fact]
    public void Who_has_passed_it_at_another_level_is_named_and_who_could_stand_in_too()
    {
        var both = Editor("孙编辑", Role.Editor1, Role.Editor2);
        var piece = In(State.Review1, Monday).Do(Verb.Pass, both, Monday, Checked);

        var left = NobodyLeft.Of(piece, [both, Wang, Zhao, Boss], Monday);

        Assert.NotNull(left);
        Assert.Equal((Role.Editor2, true), (left.Level, left.CanBeLent));
        Assert.Equal([(both, "fresh-eyes")], left.Holders.Select(holder => (holder.Person, holder.Reason)));
        Assert.Equal([Wang, Zhao], left.CouldStandIn);
        Assert.Equal([Zhao, Boss], left.MayLend);
    }

    [Fact]
    public void Nobody_passes_their_own_piece()
    {
        var li = Li with { Contacts = ["reader@example.org"] };

        var left = NobodyLeft.Of(In(State.Review2, Monday), [Wang, li, Zhao, Boss], Monday);

        Assert.Equal(["own-piece"], left!.Holders.Select(holder => holder.Reason));
        Assert.Equal([Zhao], left.CouldStandIn); // Wang has passed it at the first level
        Assert.Equal([Boss], left.MayLend); // nobody lends to themselves
    }

    [Fact]
    public void Who_is_the_only_one_to_lend_cannot_be_the_one_to_stand_in() =>
        Assert.Empty(NobodyLeft.Of(In(State.Review2, Monday), [Wang, Zhao], Monday)!.CouldStandIn);

    [Fact]
    public void Where_nobody_holds_the_level_the_list_is_empty()
    {
        var left = NobodyLeft.Of(In(State.Review3, Monday), [Wang, Li, Boss], Monday);

        Assert.Empty(left!.Holders);
        Assert.Empty(left.CouldStandIn); // both have passed it
        Assert.Equal([Boss], left.MayLend);
    }

    [Fact]
    public void The_first_level_is_given_by_an_administrator_and_not_lent()
    {
        var left = NobodyLeft.Of(In(State.Review1, Monday), [Li, Zhao, Boss], Monday);

        Assert.False(left!.CanBeLent);
        Assert.Empty(left.CouldStandIn);
        Assert.Equal([Boss], left.MayLend);
    }

    [Fact]
    public void A_stand_in_is_somebody()
    {
        var standIn = Actor.Of(new Editor { DisplayName = "钱编辑", Roles = [Role.Editor1] }, [Role.Editor2]);

        Assert.Null(NobodyLeft.Of(In(State.Review2, Monday), [Wang, standIn], Monday));
    }

    [Fact]
    public void After_a_change_of_the_content_everybody_may_judge_anew()
    {
        var both = Editor("孙编辑", Role.Editor1, Role.Editor2);
        var piece = In(State.Review1, Monday).Do(Verb.Pass, both, Monday, Checked).Do(Verb.ReturnToFirst, Li, Monday, Reason).Do(Verb.Pass, Wang, Monday, Checked);

        Assert.Null(NobodyLeft.Of(piece, [both, Wang], Monday));
    }
}
