namespace Zhizhuxia.Submissions;

/// <summary>Somebody took the whole file of a piece out of the house. A look, not a step: the history and everybody's open page stay as they are.</summary>
public sealed class PieceExport
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required Guid EditorId { get; init; }

    /// <summary>Name of the editor.</summary>
    public required string By { get; init; }

    /// <summary>"PDF" for the page that is printed, or "JSON".</summary>
    public required string Format { get; init; }

    public required DateTimeOffset At { get; init; }
}
