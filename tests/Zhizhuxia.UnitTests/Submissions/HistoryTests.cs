using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class HistoryTests
{
    [Fact]
    public void The_history_is_a_chain()
    {
        var piece = In(State.TakenDown, Monday);

        Assert.Equal(6, piece.History.Count);
        Assert.Null(StepChain.BrokenAt(piece.History));
    }

    [Fact]
    public void A_changed_step_is_found_with_its_position()
    {
        var steps = In(State.TakenDown, Monday).History;
        foreach (var position in Enumerable.Range(0, steps.Count))
            Assert.Equal(position, StepChain.BrokenAt([.. steps.Select((step, index) => index == position ? Changed(step) : step)]));
    }

    [Fact]
    public void A_removed_step_is_found()
    {
        var steps = In(State.TakenDown, Monday).History;

        Assert.Equal(2, StepChain.BrokenAt([.. steps.Where((_, index) => index != 2)]));
    }

    [Fact]
    public void Equal_content_has_an_equal_digest_and_every_word_counts()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        var first = piece.Digest;
        var content = Content.Of(piece);
        Content[] changes =
        [
            content with { Title = "风筝" }, content with { Text = "一根线。" }, content with { Credits = [new("剪辑", ["李翰"])] },
            content with { SourceLine = "文字、图片、视频/知株侠视频工作室" }, content with { AiLabel = AiLabel.Possible },
        ];

        var digests = changes.Select(change => { piece.Revise(change, Wang, Monday); return piece.Digest; }).ToList();
        piece.Revise(content, Wang, Monday);

        Assert.Distinct([first, .. digests]);
        Assert.Equal(first, piece.Digest);
    }

    /// <summary>As somebody would change the row in the database: the hash stays what it was.</summary>
    private static Step Changed(Step step)
    {
        var changed = new Step
        {
            Id = step.Id, SubmissionId = step.SubmissionId, Number = step.Number, Verb = step.Verb, EditorId = step.EditorId, ActorName = "别人",
            From = step.From, To = step.To, Digest = step.Digest, Comment = step.Comment, At = step.At, PreviousHash = step.PreviousHash,
        };
        typeof(Step).GetProperty(nameof(Step.Hash))!.SetValue(changed, step.Hash);
        return changed;
    }
}
