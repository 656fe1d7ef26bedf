using Zhizhuxia.Jobs;

namespace Zhizhuxia.Submissions;

/// <summary>What follows from a row of the table, committed with it.</summary>
public static class Effects
{
    /// <summary>A declined reader's mail waits this long, so that a slip can be called back (domain T11).</summary>
    public static readonly TimeSpan DeclineHold = TimeSpan.FromMinutes(10);

    /// <summary>A takedown works at once; a second person agrees to it within this time (domain T17).</summary>
    public static readonly TimeSpan CountersignWithin = TimeSpan.FromDays(1);

    /// <summary>A mail to the reader, if there is an address.</summary>
    public static Effect TellReader(LetterKind kind) => attempt => attempt.Submission.Write(
        kind, attempt.Decision.Letter, kind is LetterKind.Declined ? attempt.Now + DeclineHold : attempt.Now, attempt.Now);

    /// <summary>The piece is this editor's to read.</summary>
    public static readonly Effect TakeClaim = attempt => attempt.Submission.Claim = new(attempt.Actor.EditorId!.Value, attempt.Actor.Name, attempt.Now);

    /// <summary>The piece is free for the next person.</summary>
    public static readonly Effect Release = attempt => attempt.Submission.Claim = null;

    public static readonly Effect MakeLadder = attempt => attempt.Submission.Jobs.AddRange(
        attempt.Submission.ChosenAssets.Select(asset => Job.ForAsset(JobKind.MakeLadder, attempt.Submission.Id, asset.Id, attempt.Now, new Place
        {
            IsUrgent = attempt.Submission.IsUrgent,
            FirstToken = asset.Renditions.Select(made => made.Attempt).DefaultIfEmpty(0).Max(),
        })));

    /// <summary>Files have come, or the piece has ended or begun again: what it is like is looked at anew. New links have a job of their own, which sees to it.</summary>
    public static readonly Effect LookForAlike = attempt =>
    {
        if (attempt.Submission.UsableAssets.Any() || attempt.Submission.History.Count > 1)
            attempt.Submission.Jobs.Add(Job.ForPiece(JobKind.FindDuplicates, attempt.Submission.Id, attempt.Now));
    };

    /// <summary>The 15 days begin when the reader sends the piece: for a mail, when it was sent.</summary>
    public static readonly Effect StartClock = attempt => attempt.Submission.SubmittedAt = attempt.Decision.Mailed?.SentAt ?? attempt.Now;

    /// <summary>The receipt of a mail answers it, where it may be answered at all.</summary>
    public static readonly Effect AnswerMail = attempt =>
    {
        if (attempt.Decision.Mailed is { IsAnswered: true } mailed)
            attempt.Submission.Write(LetterKind.Received, null, attempt.Now, attempt.Now, inReplyTo: mailed.MessageId);
    };

    /// <summary>Films that came although nothing, or something else, was asked: whoever reads next finds them.</summary>
    public static readonly Effect CloseRequest = attempt =>
    {
        if (attempt.Submission.Request is { Answer: null } open)
            attempt.Submission.Request = open with { Answer = "" };
    };

    public static readonly Effect RememberRequest = attempt => attempt.Submission.Request = new(
        attempt.Submission.History[^1].From, attempt.Decision.Items, attempt.Decision.Comment, attempt.Decision.Due ?? attempt.Now);

    public static readonly Effect RememberAnswer = attempt =>
        attempt.Submission.Request = attempt.Submission.Request! with { Answer = attempt.Decision.Answer ?? "" };

    public static readonly Effect RememberWaiver = attempt =>
        attempt.Submission.OriginalWaived |= attempt.Decision.WaiveOriginal && attempt.Submission.Kind is SubmissionKind.Link;

    public static readonly Effect RememberReason = attempt =>
        (attempt.Submission.DeclineReason, attempt.Submission.DeclineWords) = (attempt.Decision.DeclineReason, attempt.Decision.Told);

    /// <summary>Which piece goes on in this one's stead.</summary>
    public static readonly Effect RememberOther = attempt => attempt.Submission.DuplicateOf = attempt.Decision.Other!.Id;

    /// <summary>Nothing is left of why it was closed; the history keeps it.</summary>
    public static readonly Effect ForgetClosing = attempt => (attempt.Submission.DuplicateOf, attempt.Submission.DeclineReason, attempt.Submission.DeclineWords) = (null, null, null);

    /// <summary>The letter of a decline that has not gone is kept back: the piece is read again.</summary>
    public static readonly Effect KeepDeclineBack = attempt =>
    {
        foreach (var letter in attempt.Submission.Letters.Where(letter => letter is { Kind: LetterKind.Declined, State: LetterState.Waiting } && letter.NotBefore > attempt.Now))
            letter.State = LetterState.CalledBack;
    };

    public static readonly Effect MarkWithdrawalAsked = attempt => attempt.Submission.WithdrawalAskedAt = attempt.Now;

    public static readonly Effect ForgetWithdrawal = attempt => attempt.Submission.WithdrawalAskedAt = null;

    public static readonly Effect MarkCountersigned = attempt => attempt.Submission.CountersignedAt = attempt.Now;

    public static readonly Effect ForgetTakeDown = attempt => (attempt.Submission.TakenDownAt, attempt.Submission.CountersignedAt) = (null, null);

    public static readonly Effect MarkPublished = attempt => attempt.Submission.PublishedAt = attempt.Now;

    public static readonly Effect MarkTakenDown = attempt => attempt.Submission.TakenDownAt = attempt.Now;
}
