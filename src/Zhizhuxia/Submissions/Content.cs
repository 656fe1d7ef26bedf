namespace Zhizhuxia.Submissions;

/// <summary>The words of a piece and the editor's AI verdict: what a version fixes besides the files.</summary>
public sealed record Content(
    string Title, string Text, IReadOnlyList<Credit> Credits, string? SourceLine, AiLabel? AiLabel, Guid? ColumnId)
{
    public static Content Of(Submission piece) =>
        new(piece.Title, piece.Text, piece.Credits, piece.SourceLine, piece.AiLabel, piece.ColumnId);

    /// <summary>Equal in every word (records compare lists by identity).</summary>
    public bool Same(Content other) =>
        (this with { Credits = other.Credits }) == other
        && Submissions.Credits.Print(Credits) == Submissions.Credits.Print(other.Credits);
}
