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
            Assert.Equal(position, StepChain.BrokenAt([.. steps.Select((step, index) => index == position ? Changed(step, "别人", step.TakenFrom) : step)]));
    }

    [Fact]
    public void A_removed_step_is_found()
    {
        var steps = In(State.TakenDown, Monday).History;

        Assert.Equal(2, StepChain.BrokenAt([.. steps.Where((_, index) => index != 2)]));
    }

    [Fact]
    public void Whom_a_piece_was_taken_from_is_part_of_the_chain()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday, null);
        piece.Take(Sun, Monday, "王编辑外出采访");
        var (first, second) = (piece.History[0], piece.History[1]);
        Claim?[] others = [null, second.TakenFrom! with { Name = "别人" }, second.TakenFrom with { EditorId = Guid.Empty }, second.TakenFrom with { At = Monday.AddMinutes(1) }];

        Assert.All(others, other => Assert.Equal(1, StepChain.BrokenAt([first, Changed(second, second.ActorName, other)])));
        Assert.Equal(0, StepChain.BrokenAt([Changed(first, first.ActorName, second.TakenFrom)]));
        Assert.Null(StepChain.BrokenAt([first, Changed(second, second.ActorName, second.TakenFrom)]));
    }

    /// <summary>PostgreSQL keeps microseconds; a hash over more would not hold there.</summary>
    [Fact]
    public void A_step_knows_no_time_finer_than_every_database_keeps()
    {
        var piece = In(State.Review1, Monday);
        piece.Take(Wang, Monday.AddTicks(13), null);
        piece.Take(Sun, Monday.AddTicks(29), "王编辑外出采访");

        Assert.Equal((Monday.AddTicks(20), Monday.AddTicks(10)), (piece.History[^1].At, piece.History[^1].TakenFrom!.At));
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
            content with { SourceLine = "文字、图片、视频/知株侠视频工作室" }, content,
            content with { AiLabel = AiLabel.Possible },
        ];

        var digests = changes.Select(change => { piece.Revise(change, Wang, Monday); return piece.Digest; }).ToList();

        Assert.Distinct(digests);
        Assert.Equal(first, digests[^2]);
    }

    /// <summary>As somebody would change the row in the database: the hash stays what it was.</summary>
    private static Step Changed(Step step, string name, Claim? takenFrom)
    {
        var changed = new Step
        {
            Id = step.Id, SubmissionId = step.SubmissionId, Number = step.Number, Verb = step.Verb, EditorId = step.EditorId, ActorName = name,
            From = step.From, To = step.To, Digest = step.Digest, Comment = step.Comment, TakenFrom = takenFrom, At = step.At, PreviousHash = step.PreviousHash,
        };
        typeof(Step).GetProperty(nameof(Step.Hash))!.SetValue(changed, step.Hash);
        return changed;
    }
}
