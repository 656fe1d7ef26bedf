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

    /// <param name="id">Of the note; null: a new one.</param>
    /// <exception cref="RefusedException"><c>not-possible-now</c>: not a reviewer.</exception>
    public static InternalNote Of(Guid piece, Actor actor, string text, DateTimeOffset now, Guid? id = null) => actor is { Reviews: true, EditorId: { } editor }
        ? new() { Id = id ?? Guid.CreateVersion7(now), SubmissionId = piece, EditorId = editor, By = actor.Name, Text = text, At = now }
        : throw new RefusedException("not-possible-now");
}
