namespace Zhizhuxia.Submissions;

/// <summary>The verdicts that count.</summary>
public static class Verdicts
{
    /// <summary>
    /// Passes that nothing has voided since: reopening and a return to 初审 void all before (domain T7, T15), a return to 复审 that of 复审. Whoever gave
    /// a voided one is asked anew, and may answer anew.
    /// </summary>
    public static IReadOnlyList<Step> Passes(this Submission piece)
    {
        List<Step> standing = [];
        foreach (var step in piece.History)
        {
            if (step.Verb is Verb.Pass)
                standing.Add(step);
            else if (step.Verb is Verb.Reopen or Verb.ReturnToFirst)
                standing.Clear();
            else if (step.Verb is Verb.ReturnToSecond)
                standing.RemoveAll(pass => pass.From is not State.Review1);
        }
        return standing;
    }
}
