namespace Zhizhuxia.Submissions;

/// <summary>What is known of AI in a piece before an editor judges it (domain.md §6). Pure.</summary>
/// <param name="OfFiles">The highest label that a file gives itself, by metadata or traces.</param>
/// <param name="Declared">What the reader said; null for mails and calls.</param>
public sealed record AiEvidence(AiLabel OfFiles, AiUse? Declared)
{
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
