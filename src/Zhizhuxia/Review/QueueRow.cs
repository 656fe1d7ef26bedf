using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>A piece as the queue shows it.</summary>
/// <param name="Waits">It waits for the person who looks.</param>
/// <param name="ClaimedBy">Who is reading it; null if nobody is.</param>
/// <param name="SubmittedAt">The clock runs from here.</param>
/// <param name="AnswerDue">The end of the 15 days; null once the reader has been answered by a decision.</param>
/// <param name="PosterOf">The asset whose poster is shown.</param>
/// <param name="Upright">The poster is higher than wide.</param>
/// <param name="Storyboard">The list of small pictures of the same asset; null if there are none.</param>
/// <param name="Seen">What a decision on this row refers to.</param>
public sealed record QueueRow(
    Guid Id, string? Number, string Title, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, string? Column,
    bool Waits, string? ClaimedBy, DateTimeOffset SubmittedAt, DateTimeOffset? AnswerDue, Guid? PosterOf, bool Upright, string? Storyboard, double? Seconds,
    IReadOnlyList<QueueMark> Marks, IReadOnlyList<string> Tags, Seen Seen);

/// <summary>What a <see cref="QueueRow"/> is made of, as it comes out of the database.</summary>
internal sealed record QueuedPiece(
    long Serial, Guid Id, string? Number, string Title, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, string? Column,
    Guid? ClaimBy, string? ClaimName, DateTimeOffset? ClaimAt, DateTimeOffset SubmittedAt, int Marks, string Tags, int Version, int Steps,
    Guid? PosterOf, bool Upright, string? Storyboard, double? Seconds, bool IsStuck)
{
    public Claim? Claim => ClaimBy is { } editor && ClaimAt is { } at ? new(editor, ClaimName ?? "", at) : null;

    public QueueRow Shown(bool waits, DateTimeOffset now) => new(
        Id, Number, Title, Kind, Channel, State, Closing, Column, waits, Claim?.IsAlive(now) is true ? ClaimName : null, SubmittedAt,
        State.IsUndecided() ? SubmittedAt + Submission.AnswerWithin : null, PosterOf, Upright, Storyboard, Seconds,
        QueueMarks.In(Marks | (IsStuck ? QueueMark.Stuck.Bit() : 0)), QueueEntry.TagsOf(Tags), new(Version, Steps));
}
