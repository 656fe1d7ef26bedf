namespace Zhizhuxia.Submissions;

/// <summary>The verdicts that count.</summary>
public static class Verdicts
{
    /// <summary>Passes since the piece was opened last: reopening voids all before (domain T15).</summary>
    public static IEnumerable<Step> Passes(this Submission piece) =>
        piece.History.Skip(piece.History.FindLastIndex(step => step.Verb is Verb.Reopen) + 1).Where(step => step.Verb is Verb.Pass);
}
