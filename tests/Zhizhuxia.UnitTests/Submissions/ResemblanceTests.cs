using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class ResemblanceTests
{
    private static readonly ResemblanceEvidence Same = new(ResemblanceKind.Pictures, 0.95, true) { SharedSeconds = 12, IsMirrored = true };

    [Theory]
    [InlineData(ResemblanceState.Related)]
    [InlineData(ResemblanceState.Different)]
    public void What_a_person_said_stays_however_often_it_is_found_again(ResemblanceState state)
    {
        var pair = Pair();
        pair.Learn([Same]);
        pair.Decide(state, Wang, Monday);
        pair.Learn([Same, new(ResemblanceKind.SameLink, 1, true, "bilibili:BV1")]);

        Assert.Equal((state, "王编辑", Monday), (pair.State, pair.DecidedByName, pair.DecidedAt));
    }

    [Fact]
    public void Finding_the_same_again_changes_nothing()
    {
        var pair = Pair();
        pair.Learn([Same]);
        var version = pair.RowVersion;
        pair.Learn([Same with { }]);

        Assert.Equal((true, version), (pair.IsStrong, pair.RowVersion));
    }

    [Fact]
    public void Merged_follows_the_piece_and_is_open_again_when_that_is_opened_again()
    {
        var pair = Pair();
        pair.Learn([Same]);
        var piece = In(State.Review1, Monday);
        piece.Do(Verb.Duplicate, Wang, Monday, new() { Other = new(pair.OneId, "ZX261101-0001", true, "") });
        pair.Follow(piece.History[^1]);
        Assert.Equal((ResemblanceState.Merged, "王编辑"), (pair.State, pair.DecidedByName));
        Assert.Equal("alike-merged", Assert.Throws<RefusedException>(() => pair.Decide(ResemblanceState.Different, Li, Monday)).Code);

        pair.Follow(null);
        Assert.Equal((ResemblanceState.Suggested, null), (pair.State, pair.DecidedByName));
    }

    [Theory]
    [InlineData(ResemblanceState.Merged)]
    [InlineData(ResemblanceState.Suggested)]
    public void Only_related_and_different_are_said_here(ResemblanceState state) =>
        Assert.Equal("not-possible-now", Assert.Throws<RefusedException>(() => Pair().Decide(state, Wang, Monday)).Code);

    [Theory]
    [InlineData(State.Review1)]
    [InlineData(State.Review2)]
    [InlineData(State.Review3)]
    public void Nobody_passes_a_piece_while_a_suggestion_is_open(State level)
    {
        var piece = In(level, Monday);
        piece.UndecidedAlike = 1;
        piece.Take(Sun, Monday, "测试");

        Assert.Equal("alike-undecided", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Pass, Sun, Monday, Checked)).Code);
        Assert.Equal("alike-undecided", Workflow.VerbsFor(piece, Sun, Monday).Single(offered => offered.Row.Verb is Verb.Pass).Obstacle);
        piece.UndecidedAlike = 0;
        Assert.NotEqual("alike-undecided", Workflow.VerbsFor(piece, Sun, Monday).Single(offered => offered.Row.Verb is Verb.Pass).Obstacle);
    }

    [Fact]
    public void The_evidence_is_said_in_words()
    {
        Assert.Equal("画面几乎全部相同，约 12 秒，左右翻转", ResemblanceWords.Of(Same));
        Assert.Equal("有一段画面相同，约 1 分 5 秒", ResemblanceWords.Of(new ResemblanceEvidence(ResemblanceKind.Pictures, 0.4, false) { SharedSeconds = 65 }));
        Assert.Equal("声音很像，约 8 秒", ResemblanceWords.Of(new ResemblanceEvidence(ResemblanceKind.Sound, 0.5, false) { SharedSeconds = 8.2 }));
    }

    private static Resemblance Pair() => new() { Id = Guid.CreateVersion7(), OneId = Guid.CreateVersion7(Monday), OtherId = Guid.CreateVersion7(Monday.AddHours(1)), FoundAt = Monday };
}
