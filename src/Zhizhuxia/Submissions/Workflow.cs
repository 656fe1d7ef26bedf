using static Zhizhuxia.Submissions.Effects;
using static Zhizhuxia.Submissions.Guards;
using static Zhizhuxia.Submissions.Performer;
using static Zhizhuxia.Submissions.State;

namespace Zhizhuxia.Submissions;

/// <summary>The one table of the editorial lane (domain §2; the numbers are its). Whatever is not here cannot happen.</summary>
public static class Workflow
{
    public static IReadOnlyList<Transition> Table { get; } =
    [
        // From      Verb                      By         To        If                                               Then
        /* T1 */ new(Draft, Verb.Submit, Reader, Review1, [SomeUsable, HasMaterial, AllArrived, Reachable, OldEnough, Consented], [StartClock, TellReader(LetterKind.Received), LookForAlike]),

        // A mail has neither consents nor declarations: 终审 waits until the reader has completed them by the receipt's link.
        /* T2 */ new(Draft, Verb.Receive, Machine, Review1, [AllArrived], [StartClock, AnswerMail, LookForAlike]),
        /* T2 */ new(Draft, Verb.Enter, Typist, Review1, [Reachable], [StartClock, TellReader(LetterKind.Received), LookForAlike]),
        /* T2 */ new(Review1, Verb.Complete, Reader, Review1, [OldEnough, Consented], []),
        /* T2 */ new(Review2, Verb.Complete, Reader, Review2, [OldEnough, Consented], []),
        /* T2 */ new(Review3, Verb.Complete, Reader, Review3, [OldEnough, Consented], []),
        /* T2 */ new(Waiting, Verb.Complete, Reader, Waiting, [OldEnough, Consented], []),
        /* T2 */ new(Review1, Verb.Supplement, Reader, Review1, [AllArrived], [LookForAlike]),
        /* T2 */ new(Review2, Verb.Supplement, Reader, Review1, [AllArrived], [Release, LookForAlike]),
        /* T2 */ new(Review3, Verb.Supplement, Reader, Review1, [AllArrived], [Release, LookForAlike]),
        /* T2 */ new(Waiting, Verb.Supplement, Reader, Review1, [AllArrived], [CloseRequest, LookForAlike]),

        // 拍摄约定: the film comes later, by staff. New content is read from the beginning.
        /* §2 */ new(Review1, Verb.Attach, Typist, Review1, [AllArrived], [LookForAlike]),
        /* §2 */ new(Review2, Verb.Attach, Typist, Review1, [AllArrived], [Release, LookForAlike]),
        /* §2 */ new(Review3, Verb.Attach, Typist, Review1, [AllArrived], [Release, LookForAlike]),
        /* §2 */ new(Adopted, Verb.Attach, Typist, Review1, [NotAskedBack, AllArrived], [Release, LookForAlike]),
        /* §2 */ new(Waiting, Verb.Attach, Typist, Review1, [AllArrived], [CloseRequest, LookForAlike]),

        /* T3 */ new(Review1, Verb.TakeOver, Editor1, Review1, [NotOwn, HeldByColleague, Reasoned], [TakeClaim]),
        /* T3 */ new(Review2, Verb.TakeOver, Editor2, Review2, [NotOwn, HeldByColleague, Reasoned], [TakeClaim]),
        /* T3 */ new(Review3, Verb.TakeOver, Editor3, Review3, [NotOwn, HeldByColleague, Reasoned], [TakeClaim]),
        /* T3 */ new(Adopted, Verb.TakeOver, Editor3, Adopted, [NotOwn, HeldByColleague, Reasoned], [TakeClaim]),

        /* T4 */ new(Review1, Verb.Pass, Editor1, Review2, [NotOwn, Claimed, Settled, AlikeDecided, AiJudged, FreshEyes, RightsChecked], [Release]),
        /* T5 */ new(Review2, Verb.Pass, Editor2, Review3, [NotOwn, Claimed, Settled, AlikeDecided, AiJudged, FreshEyes, RightsChecked], [Release, RememberWaiver]),
        /* T6 */ new(Review3, Verb.Pass, Editor3, Adopted, [NotOwn, Claimed, Settled, AlikeDecided, AiJudged, FreshEyes, VerdictsStand, AllReady, OriginalOrWaiver, Authorised, GuardianAgreed, Credited, RightsChecked], [Release, MakeLadder, TellReader(LetterKind.Adopted)]),

        /* T7 */ new(Review2, Verb.ReturnToFirst, Editor2, Review1, [NotOwn, Claimed, Reasoned], [Release]),
        /* T7 */ new(Review3, Verb.ReturnToFirst, Editor3, Review1, [NotOwn, Claimed, Reasoned], [Release]),
        /* T7 */ new(Review3, Verb.ReturnToSecond, Editor3, Review2, [NotOwn, Claimed, Reasoned], [Release]),

        /* T8 */ new(Review1, Verb.Ask, Editor1, Waiting, [NotOwn, Claimed, ItemsNamed, DueWithin30Days], [RememberRequest, Release, TellReader(LetterKind.PleaseComplete)]),
        /* T8 */ new(Review2, Verb.Ask, Editor2, Waiting, [NotOwn, Claimed, ItemsNamed, DueWithin30Days], [RememberRequest, Release, TellReader(LetterKind.PleaseComplete)]),
        /* T8 */ new(Review3, Verb.Ask, Editor3, Waiting, [NotOwn, Claimed, ItemsNamed, DueWithin30Days], [RememberRequest, Release, TellReader(LetterKind.PleaseComplete)]),
        /* T9 */ new(Waiting, Verb.Answer, Reader, null, [Answered], [RememberAnswer, TellReader(LetterKind.AnswerReceived)]),
        /* T9 */ new(Waiting, Verb.AnswerWithMaterial, Reader, Review1, [AllArrived], [RememberAnswer, LookForAlike, TellReader(LetterKind.AnswerReceived)]),
        /* T9 */ new(Waiting, Verb.Relay, Typist, null, [Answered], [RememberAnswer, TellReader(LetterKind.AnswerReceived)]),

        /* T10 */ new(Waiting, Verb.Expire, Machine, Closed, [Overdue], [Release, TellReader(LetterKind.Expired)], CloseReason.Expired),

        // A change of the version voids the verdicts: back to 初审. The AI label is lowered at 终审 only (§6).
        /* §2 */ new(Review1, Verb.Revise, Editor1, Review1, [NotOwn, Claimed, LabelNotLowered], []),
        /* §2 */ new(Review2, Verb.Revise, Editor2, Review1, [NotOwn, Claimed, LabelNotLowered], [Release]),
        /* §2 */ new(Review3, Verb.Revise, Editor3, Review1, [NotOwn, Claimed, LoweringReasoned], [Release]),
        /* §2 */ new(Adopted, Verb.Revise, Editor3, Review1, [NotOwn, Claimed, LoweringReasoned], [Release]),

        /* T11 */ new(Review1, Verb.Decline, Editor1, Closed, [NotOwn, Claimed, DeclineReasonGiven], [RememberReason, Release, TellReader(LetterKind.Declined)], CloseReason.Declined),
        /* T11 */ new(Review2, Verb.Decline, Editor2, Closed, [NotOwn, Claimed, DeclineReasonGiven], [RememberReason, Release, TellReader(LetterKind.Declined)], CloseReason.Declined),
        /* T11 */ new(Review3, Verb.Decline, Editor3, Closed, [NotOwn, Claimed, DeclineReasonGiven], [RememberReason, Release, TellReader(LetterKind.Declined)], CloseReason.Declined),

        /* T12 */ new(Review1, Verb.Spam, Editor1, Closed, [NotOwn, Claimed], [Release, LookForAlike], CloseReason.Spam),
        /* T13 */ new(Review1, Verb.Duplicate, Editor1, Closed, [NotOwn, Claimed, OtherNamed], [RememberOther, LookForAlike, Release, TellReader(LetterKind.Merged)], CloseReason.Duplicate),

        /* T14 */ new(Review1, Verb.Withdraw, Reader, Closed, [], [Release, TellReader(LetterKind.Withdrawn)], CloseReason.Withdrawn),
        /* T14 */ new(Review2, Verb.Withdraw, Reader, Closed, [], [Release, TellReader(LetterKind.Withdrawn)], CloseReason.Withdrawn),
        /* T14 */ new(Review3, Verb.Withdraw, Reader, Closed, [], [Release, TellReader(LetterKind.Withdrawn)], CloseReason.Withdrawn),
        /* T14 */ new(Waiting, Verb.Withdraw, Reader, Closed, [], [Release, TellReader(LetterKind.Withdrawn)], CloseReason.Withdrawn),

        /* T14b */ new(Adopted, Verb.AskWithdrawal, Reader, Adopted, [NotAskedBackYet], [MarkWithdrawalAsked]),
        /* T14b */ new(Adopted, Verb.GrantWithdrawal, Editor3, Closed, [AskedBack], [ForgetWithdrawal, Release, TellReader(LetterKind.Withdrawn)], CloseReason.Withdrawn),
        /* T14b */ new(Adopted, Verb.RefuseWithdrawal, Editor3, Adopted, [AskedBack, Reasoned], [ForgetWithdrawal, TellReader(LetterKind.WithdrawalRefused)]),

        /* T15 */ new(Closed, Verb.Reopen, Senior, Review1, [NotOwn, NotPurged, Reasoned, ReaderAgrees], [ForgetClosing, KeepDeclineBack, LookForAlike]),

        /* T16 */ new(Adopted, Verb.Publish, Publisher, Published, [NotAskedBack, ApprovedContent, AllReady, Delivered, Credited, InColumn, QrReadsBack], [MarkPublished, TellReader(LetterKind.Published)]),
        /* T17 */ new(Published, Verb.TakeDown, Editor3, TakenDown, [Reasoned], [MarkTakenDown, TellReader(LetterKind.TakenDown)]),
        /* T17 */ new(TakenDown, Verb.Countersign, Editor3, TakenDown, [NotTaker, NotCountersigned], [MarkCountersigned]),
        /* T18 */ new(TakenDown, Verb.Restore, Editor3, Published, [NotTaker, Reasoned], [ForgetTakeDown]),
    ];

    /// <summary>The row for a state and a verb.</summary>
    /// <exception cref="RefusedException"><c>not-possible-now</c>: there is no such row.</exception>
    public static Transition Find(State from, Verb verb) =>
        Table.FirstOrDefault(row => row.From == from && row.Verb == verb) ?? throw new RefusedException("not-possible-now");

    /// <summary>
    /// What staff can do to a piece in its state, each with the code that stands in its way: a wrong role or the first failing guard
    /// that can be judged before anything is typed; null if the way is free.
    /// </summary>
    public static IReadOnlyList<OfferedVerb> VerbsFor(Submission piece, Actor actor, DateTimeOffset now) =>
    [
        .. Table.Where(row => row.From == piece.State && row.By.IsStaff())
            .Select(row => new OfferedVerb(row, Obstacle(row, new(piece, actor, Decision.Plain, now)))),
    ];

    private static string? Obstacle(Transition row, Attempt attempt) => attempt.Actor.Is(row.By)
        ? row.If.FirstOrDefault(guard => !guard.OfDecision && !guard.Holds(attempt))?.Code
        : RoleCode(row.By);

    /// <summary>The code that says whose step it is.</summary>
    public static string RoleCode(Performer by) => $"only-{by.ToString().ToLowerInvariant()}";
}

/// <summary>A button of the review page.</summary>
/// <param name="Row">What it would do.</param>
/// <param name="Obstacle">The RefusalTexts code beside a disabled button; null if it can be used.</param>
public sealed record OfferedVerb(Transition Row, string? Obstacle);
