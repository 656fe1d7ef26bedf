using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

/// <summary>Reopening, duplicates, withdrawals that are asked for, and the second person of a takedown.</summary>
public sealed class ClosedAgainTests
{
    private static readonly Decision Again = new() { Comment = "作者补了材料" };

    [Fact]
    public void Reopening_voids_every_verdict_so_the_same_three_may_judge_anew()
    {
        var piece = In(State.Review3, Monday);
        piece.Do(Verb.Decline, Zhao, Monday, Refusal);

        piece.Apply(Verb.Reopen, Li, Monday, Again);

        Assert.Equal((State.Review1, null, null), (piece.State, piece.Closing, piece.DeclineReason));
        Assert.Empty(piece.Passes());
        piece.Do(Verb.Pass, Wang, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked).Do(Verb.Pass, Zhao, Monday, Checked);
        Assert.Equal(State.Adopted, piece.State);
    }

    [Fact]
    public void Verdicts_of_before_do_not_adopt_a_reopened_piece()
    {
        var piece = In(State.Review3, Monday);
        piece.Do(Verb.Decline, Zhao, Monday, Refusal).Apply(Verb.Reopen, Li, Monday, Again);
        piece.Do(Verb.Pass, Wang, Monday, Checked);
        var again = piece.Do(Verb.Pass, Li, Monday, Checked);
        again.History.RemoveAll(step => step is { Verb: Verb.Pass, From: State.Review1 } && step.Number > again.History.FindLast(row => row.Verb is Verb.Reopen)!.Number);

        Assert.Equal("verdicts-void", Assert.Throws<RefusedException>(() => again.Do(Verb.Pass, Zhao, Monday, Checked)).Code);
    }

    [Theory]
    [InlineData(State.Review2, Verb.ReturnToFirst)]
    [InlineData(State.Review3, Verb.ReturnToFirst)]
    [InlineData(State.Review3, Verb.ReturnToSecond)]
    public void What_was_returned_is_passed_again_by_the_same_people(State from, Verb verb)
    {
        var piece = In(from, Monday);
        piece.Do(verb, from is State.Review2 ? Li : Zhao, Monday, Reason);
        foreach (var (level, editor) in new[] { (State.Review1, Wang), (State.Review2, Li), (State.Review3, Zhao) })
            if (piece.State == level)
                piece.Do(Verb.Pass, editor, Monday, Checked);

        Assert.Equal(State.Adopted, piece.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_licence_alone_adopts_nothing(bool declared)
    {
        var piece = In(State.Review3, Monday);
        piece.Consents.RemoveAll(consent => consent.Kind is not ConsentKind.Licence);
        if (!declared)
        {
            piece.Declarations = null;
            Agree(piece, ConsentKind.Truth, Monday);
            Agree(piece, ConsentKind.Privacy, Monday);
        }

        Assert.Equal("not-authorised", Assert.Throws<RefusedException>(() => piece.Do(Verb.Pass, Zhao, Monday, Checked)).Code);
    }

    [Fact]
    public void Who_passed_the_first_level_does_not_pass_the_second_after_a_return_to_it()
    {
        var piece = In(State.Review1, Monday);
        piece.Do(Verb.Pass, Sun, Monday, Checked).Do(Verb.Pass, Li, Monday, Checked).Do(Verb.ReturnToSecond, Zhao, Monday, Reason);

        Assert.Equal("fresh-eyes", Assert.Throws<RefusedException>(() => piece.Do(Verb.Pass, Sun, Monday, Checked)).Code);
    }

    [Fact]
    public void What_the_reader_took_back_is_opened_only_when_the_reader_agrees()
    {
        var piece = In(State.Review1, Monday);
        piece.Apply(Verb.Withdraw, Actor.Reader, Monday, Decision.Plain);

        Assert.Equal("reader-disagrees", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Reopen, Li, Monday, Again)).Code);
        piece.Apply(Verb.Reopen, Li, Monday, Again with { ReaderAgrees = true });
        Assert.Equal(State.Review1, piece.State);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_duplicate_names_another_piece_that_goes_on(bool itself, bool goesOn)
    {
        var piece = In(State.Review1, Monday);
        var other = new OtherPiece(itself ? piece.Id : Guid.CreateVersion7(), "ZX261101-0001", goesOn, "");

        Assert.Equal("other-piece-missing", Assert.Throws<RefusedException>(() => piece.Do(Verb.Duplicate, Wang, Monday, new() { Other = other })).Code);
    }

    [Fact]
    public void The_history_of_a_duplicate_keeps_the_evidence()
    {
        var piece = In(State.Review1, Monday);
        var other = new OtherPiece(Guid.CreateVersion7(), "ZX261101-0001", true, "同一个文件");

        piece.Do(Verb.Duplicate, Wang, Monday, new() { Other = other, Comment = "画面一样" });

        Assert.Equal((other.Id, CloseReason.Duplicate, "与 ZX261101-0001 重复；同一个文件；画面一样"), (piece.DuplicateOf, piece.Closing, piece.History[^1].Comment));
        Assert.Equal(LetterKind.Merged, piece.Letters[^1].Kind);
    }

    [Fact]
    public void A_piece_that_is_asked_back_is_not_published_until_that_is_decided()
    {
        var piece = In(State.Adopted, Monday).WithLadder();
        piece.Apply(Verb.AskWithdrawal, Actor.Reader, Monday, Decision.Plain);

        Assert.Equal("withdrawal-asked", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Publish, Fang, Monday, Printed)).Code);
        piece.Apply(Verb.RefuseWithdrawal, Zhao, Monday, Reason);
        piece.Apply(Verb.Publish, Fang, Monday, Printed);
        Assert.Equal([LetterKind.WithdrawalRefused, LetterKind.Published], piece.Letters[^2..].Select(letter => letter.Kind));
    }

    [Fact]
    public void One_person_takes_down_and_another_agrees_or_restores()
    {
        var piece = In(State.TakenDown, Monday);
        var other = Editor("钱总编", Zhizhuxia.Accounts.Role.Editor3);

        Assert.Equal("takedown-own", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Countersign, Zhao, Monday, Decision.Plain)).Code);
        Assert.Equal("takedown-own", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Restore, Zhao, Monday, Reason)).Code);
        piece.Apply(Verb.Countersign, other, Monday.AddHours(2), Decision.Plain);
        Assert.Equal(Monday.AddHours(2), piece.CountersignedAt);
        Assert.Equal("takedown-countersigned", Assert.Throws<RefusedException>(() => piece.Apply(Verb.Countersign, other, Monday, Decision.Plain)).Code);
        piece.Apply(Verb.Restore, other, Monday, Reason);
        Assert.Equal((State.Published, null, null), (piece.State, piece.TakenDownAt, piece.CountersignedAt));
    }
}
