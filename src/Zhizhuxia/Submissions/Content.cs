namespace Zhizhuxia.Submissions;

/// <summary>The words of a piece, the editor's AI verdict, and which of its files go out: what a version fixes.</summary>
public sealed record Content(
    string Title, string Text, IReadOnlyList<Credit> Credits, string? SourceLine, AiLabel? AiLabel, Guid? ColumnId)
{
    /// <summary>Files that do not go out; null: as it is.</summary>
    public IReadOnlyList<Guid>? KeptOut { get; init; }

    /// <summary>What the reader of a link or a proposal wrote; null: as it is.</summary>
    public string? Material { get; init; }

    public static Content Of(Submission piece) =>
        new(piece.Title, piece.Text, piece.Credits, piece.SourceLine, piece.AiLabel, piece.ColumnId)
        {
            KeptOut = [.. piece.Assets.Where(asset => asset.IsKeptOut).Select(asset => asset.Id)],
            Material = piece.ProposalText ?? piece.LinkText,
        };

    /// <summary>Equal in every word (records compare lists by identity); what is null is not compared.</summary>
    public bool Same(Content other) =>
        (this with { Credits = other.Credits, KeptOut = null, Material = null }) == (other with { KeptOut = null, Material = null })
        && Submissions.Credits.Print(Credits) == Submissions.Credits.Print(other.Credits)
        && (KeptOut is null || other.KeptOut is null || KeptOut.ToHashSet().SetEquals(other.KeptOut))
        && (Material is null || other.Material is null || Material == other.Material);

    /// <summary>Writes into a piece what may also be left as it is.</summary>
    internal void FillRest(Submission piece)
    {
        piece.KeepOut(KeptOut);
        if (Material is not null)
            (piece.LinkText, piece.ProposalText) = (piece.LinkText is null ? null : Material, piece.ProposalText is null ? null : Material);
    }
}
