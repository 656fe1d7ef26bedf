using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>A piece as letters to the staff name it.</summary>
/// <param name="Last">The last step of its history; null if there is none.</param>
public sealed record StaffPiece(Guid Id, string? Number, string Title, State State, bool IsUrgent, DateTimeOffset? SubmittedAt, Step? Last)
{
    /// <summary>An alarm of the digest (domain §2).</summary>
    private const int SoonDays = 3;

    /// <summary>The end of the 15 days.</summary>
    public DateTimeOffset? AnswerDue => SubmittedAt + Submission.AnswerWithin;

    /// <summary>Sent back from a higher level, and nothing has been done since.</summary>
    public bool IsReturned => Last?.Verb is Verb.ReturnToFirst or Verb.ReturnToSecond;

    /// <summary>Whole days left of the 15, rounded up; null where no answer is due any more.</summary>
    public int? DaysLeft(DateTimeOffset now) => State is not State.Adopted && AnswerDue is { } due ? (int)Math.Ceiling((due - now).TotalDays) : null;

    public bool IsSoon(DateTimeOffset now) => DaysLeft(now) <= SoonDays;
}
