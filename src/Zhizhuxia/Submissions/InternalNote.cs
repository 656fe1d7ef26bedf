namespace Zhizhuxia.Submissions;

/// <summary>内部备注: what editors tell each other about a piece. Kept apart from messages, so that nothing that goes to a reader can reach it.</summary>
public sealed class InternalNote
{
    /// <summary>Characters.</summary>
    public const int Longest = 2000;

    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid EditorId { get; init; }

    /// <summary>Name of the editor.</summary>
    public required string By { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}
