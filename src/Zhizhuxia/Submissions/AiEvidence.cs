namespace Zhizhuxia.Submissions;

/// <summary>What is known of AI in a piece before an editor judges it (domain.md §6). Pure.</summary>
/// <param name="OfFiles">The highest label that a file gives itself, by metadata or traces.</param>
/// <param name="Declared">What the reader said; null for mails and calls.</param>
public sealed record AiEvidence(AiLabel OfFiles, AiUse? Declared)
{
    /// <summary>Of the files of a piece that go out, and its reader.</summary>
    public static AiEvidence Of(Submission piece) =>
        new(piece.Assets.Where(asset => !asset.IsKeptOut).Select(asset => AiMarks.LabelOf(asset.Warnings)).DefaultIfEmpty(AiLabel.None).Max(), piece.Declarations?.AiUse);

    /// <summary>What counts until somebody judges otherwise: the editors' verdict, else what the evidence says.</summary>
    public static AiLabel Standing(Submission piece) => piece.AiLabel ?? Of(piece).Suggested;

    /// <summary>The change would label less than <see cref="Standing"/>; to take a verdict back is to lower it as well.</summary>
    public static bool Lowers(Submission piece, AiLabel? to) => to != piece.AiLabel && (to ?? AiLabel.None) < Standing(piece);

    /// <summary>Metadata says so → 1; metadata says perhaps, or the reader declares it → 2; traces → 3.</summary>
    public AiLabel Suggested => (OfFiles, Declared) switch
    {
        (AiLabel.Certain, _) => AiLabel.Certain,
        (AiLabel.Possible, _) or (_, AiUse.Yes) => AiLabel.Possible,
        _ => OfFiles,
    };

    /// <summary>The file's metadata says AI, the reader said no: the metadata wins, and the editor sees it.</summary>
    public bool Conflicts => Declared is AiUse.No && OfFiles is (AiLabel.Certain or AiLabel.Possible);
}
