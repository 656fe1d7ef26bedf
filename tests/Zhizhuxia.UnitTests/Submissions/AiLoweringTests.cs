using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>Domain §6: an editor may raise the AI label; lowering needs 终审 and a reason.</summary>
public sealed class AiLoweringTests
{
    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    public void Below_the_third_level_a_label_is_raised_but_not_lowered(State level)
    {
        var piece = Labelled(level, AiLabel.Suspected);

        Assert.Equal("ai-lowering-final", Refused(piece, AiLabel.None, "看过原片"));
        Assert.Equal("ai-lowering-final", Refused(piece, null, "看过原片"));
        piece.Revise(Content.Of(piece) with { AiLabel = AiLabel.Certain }, Sun, Monday);

        Assert.Equal((State.Review1, AiLabel.Certain), (piece.State, piece.AiLabel));
    }

    [Theory]
    [InlineData(State.Review3)]
    [InlineData(State.Adopted)]
    public void The_third_level_lowers_with_a_reason_that_the_history_keeps(State level)
    {
        var piece = Labelled(level, AiLabel.Possible);

        Assert.Equal("ai-lowering-reason", Refused(piece, AiLabel.None, null));
        piece.Revise(Content.Of(piece) with { AiLabel = AiLabel.None }, Sun, Monday, "读者误填，只用了美颜");

        Assert.Equal((State.Review1, AiLabel.None, "读者误填，只用了美颜"), (piece.State, piece.AiLabel, piece.History[^1].Comment));
        Assert.Null(StepChain.BrokenAt(piece.History));
    }

    [Theory]
    [InlineData(AiMarks.Certain, AiUse.No)]
    [InlineData(AiMarks.Suspected, AiUse.No)]
    [InlineData("damaged", AiUse.Yes)]
    public void A_first_verdict_below_the_evidence_lowers_too(string mark, AiUse declared)
    {
        var piece = Labelled(State.Review1, null);
        piece.Declarations = piece.Declarations! with { AiUse = declared };
        piece.Assets.Clear();
        piece.Assets.Add(Arrived(piece, Monday));
        piece.Assets[0].Accept(new("{}", "720×1280", null, 12, true, [mark], null), Zhizhuxia.Jobs.Place.Ordinary, Monday);

        Assert.Equal("ai-lowering-final", Refused(piece, AiLabel.None, "看过原片"));
    }

    [Fact]
    public void Words_are_changed_beside_a_label_that_stays()
    {
        var piece = Labelled(State.Review3, AiLabel.Possible);

        piece.Revise(Content.Of(piece) with { Title = "风筝" }, Sun, Monday);

        Assert.Equal(("风筝", AiLabel.Possible), (piece.Title, piece.AiLabel));
    }

    private static Submission Labelled(State state, AiLabel? label)
    {
        var piece = In(state, Monday);
        piece.Fill(Content.Of(piece) with { AiLabel = label });
        piece.Take(Sun, Monday, "测试");
        return piece;
    }

    private static string Refused(Submission piece, AiLabel? to, string? reason)
    {
        var steps = piece.History.Count;
        var refused = Assert.Throws<RefusedException>(() => piece.Revise(Content.Of(piece) with { AiLabel = to }, Sun, Monday, reason));
        Assert.Equal(steps, piece.History.Count);
        return refused.Code;
    }
}
