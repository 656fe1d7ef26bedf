namespace Zhizhuxia.Submissions;

/// <summary>The chain of hashes through a history.</summary>
public static class StepChain
{
    /// <summary>Number of the first step that does not fit, from 1; one behind the last where the end is missing, which the chain cannot tell, but the piece can. Null: the history is whole.</summary>
    /// <param name="piece">With its history.</param>
    public static int? BrokenAt(Submission piece) =>
        (BrokenAt(piece.History) ?? (piece.History.LastOrDefault() is { } last && last.To == piece.State && last.Hash == piece.LastHash ? null : piece.History.Count)) + 1;

    /// <summary>Position (from 0) of the first step that was changed, removed or put in by hand; null if the history is whole.</summary>
    /// <param name="steps">In their order.</param>
    public static int? BrokenAt(IReadOnlyList<Step> steps)
    {
        for (var index = 0; index < steps.Count; index++)
            if (steps[index].Hash != steps[index].ComputeHash() || steps[index].PreviousHash != (index > 0 ? steps[index - 1].Hash : ""))
                return index;
        return null;
    }
}
