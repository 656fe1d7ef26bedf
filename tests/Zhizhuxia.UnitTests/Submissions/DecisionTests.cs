using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>What a decision must bring, and what publication waits for.</summary>
public sealed class DecisionTests
{
    [Theory]
    [InlineData(State.Review2, Verb.ReturnToFirst)]
    [InlineData(State.Review3, Verb.ReturnToFirst)]
    [InlineData(State.Review3, Verb.ReturnToSecond)]
    public void A_return_says_why(State level, Verb verb)
    {
        var piece = In(level, Monday);
        piece.Take(Sun, Monday, null);
        Assert.Equal("reason-missing", Code(piece, verb, Sun, Decision.Plain));
    }

    [Fact]
    public void A_takedown_says_why() =>
        Assert.Equal("reason-missing", Code(In(State.Published, Monday), Verb.TakeDown, Zhao, Decision.Plain));

    [Fact]
    public void A_decline_gives_a_reason_of_the_list()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        Assert.Equal("decline-reason-missing", Code(piece, Verb.Decline, Wang, Reason));
    }

    [Fact]
    public void The_history_keeps_the_reason_beside_the_words_and_what_was_asked_for()
    {
        var (declined, asked) = (In(State.Review1, Monday), In(State.Review1, Monday));
        declined.Do(Verb.Decline, Wang, Monday, Refusal with { Comment = "第二次了" });
        asked.Do(Verb.Ask, Wang, Monday, Wanted(Monday) with { Items = [RequestItem.Original, RequestItem.Licence], Comment = null });

        Assert.Equal("画质达不到刊发要求；第二次了", declined.History[^1].Comment);
        Assert.StartsWith("请补充：原片、授权（2026年", asked.History[^1].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_names_what_is_wanted()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        Assert.Equal("items-missing", Code(piece, Verb.Ask, Wang, Wanted(Monday) with { Items = [] }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void A_request_is_due_within_30_days(int days)
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        Assert.Equal("due-out-of-range", Code(piece, Verb.Ask, Wang, Wanted(Monday) with { Due = Monday.AddDays(days) }));
    }

    [Fact]
    public void An_answer_has_words() =>
        Assert.Equal("answer-missing", Code(In(State.Waiting, Monday), Verb.Answer, Actor.Reader, Decision.Plain));

    [Fact]
    public void A_revision_changes_something()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        Assert.Equal("nothing-changed", Assert.Throws<RefusedException>(() => piece.Revise(Content.Of(piece), Wang, Monday)).Code);
    }

    [Fact]
    public void A_revision_in_the_first_level_keeps_the_claim_and_makes_a_version()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);

        piece.Revise(Content.Of(piece) with { Text = "两代人，一根线。" }, Wang, Monday);

        Assert.Equal((State.Review1, 2, Wang.EditorId), (piece.State, piece.Versions.Count, piece.Claim?.EditorId));
    }

    [Fact]
    public void A_film_that_cannot_be_used_is_not_adopted()
    {
        var piece = In(State.Review3, Monday);
        piece.Take(Zhao, Monday, null);
        piece.Assets.Clear();
        Assert.Equal("material-not-ready", Code(piece, Verb.Pass, Zhao, Checked));
    }

    [Fact]
    public void Nothing_goes_out_before_its_ladder_is_made() =>
        Assert.Equal("ladder-missing", Code(In(State.Adopted, Monday), Verb.Publish, Fang, Printed));

    [Fact]
    public void Nothing_goes_out_without_a_credit()
    {
        var piece = In(State.Adopted, Monday).WithLadder();
        piece.Fill(Content.Of(piece) with { Credits = [] });
        Assert.Equal("credits-missing", Code(piece, Verb.Publish, Fang, Printed));
    }

    [Fact]
    public void Nothing_goes_out_without_a_column()
    {
        var piece = In(State.Adopted, Monday).WithLadder();
        piece.Fill(Content.Of(piece) with { ColumnId = null });
        Assert.Equal("column-missing", Code(piece, Verb.Publish, Fang, Printed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HTTP://X/V/OTHER1")]
    public void Nothing_goes_out_whose_code_does_not_read_back(string? reads) => Assert.Equal(
        "qr-unreadable", Code(In(State.Adopted, Monday).WithLadder(), Verb.Publish, Fang, Printed with { QrReads = reads }));

    [Fact]
    public void Only_what_the_third_level_passed_goes_out()
    {
        var piece = In(State.Adopted, Monday).WithLadder();
        piece.History.RemoveAll(step => step.From is State.Review3);
        Assert.Equal("content-changed", Code(piece, Verb.Publish, Fang, Printed));
    }

    [Fact]
    public void A_disabled_button_says_what_is_in_the_way()
    {
        var piece = In(State.Review1, Monday);

        var unclaimed = Workflow.VerbsFor(piece, Wang, Monday);
        var wrongRole = Workflow.VerbsFor(piece, Li, Monday);
        piece.Take(Wang, Monday, null);
        var claimed = Workflow.VerbsFor(piece, Wang, Monday);

        Assert.Equal([Verb.TakeOver, Verb.Pass, Verb.Ask, Verb.Revise, Verb.Decline, Verb.Spam, Verb.Duplicate], claimed.Select(offered => offered.Row.Verb));
        Assert.All(unclaimed, offered => Assert.Equal(offered.Row.Verb is Verb.TakeOver ? "nothing-to-take-over" : "not-claimed", offered.Obstacle));
        Assert.All(wrongRole, offered => Assert.Equal("only-editor1", offered.Obstacle));
        Assert.All(claimed, offered => Assert.Equal(offered.Row.Verb is Verb.TakeOver ? "nothing-to-take-over" : null, offered.Obstacle));
    }

    [Fact]
    public void An_actor_of_other_roles_reviews_nothing() => Assert.All(
        new[] { Role.Desk, Role.Finance, Role.Administrator },
        role => Assert.All(Workflow.VerbsFor(In(State.Review1, Monday), Editor("某", role), Monday), offered => Assert.NotNull(offered.Obstacle)));

    [Fact]
    public void Refused_files_are_no_material()
    {
        var piece = In(State.Review1, Monday);
        var bad = Arrived(piece, Monday);
        bad.Reject("not_video");
        piece.Assets.Add(bad);

        Assert.DoesNotContain(bad, piece.UsableAssets);
        Assert.Equal(AssetState.Rejected, bad.State);
    }

    private static string Code(Submission piece, Verb verb, Actor actor, Decision decision) =>
        Assert.Throws<RefusedException>(() => piece.Apply(verb, actor, Monday, decision)).Code;
}
