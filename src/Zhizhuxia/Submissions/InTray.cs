using System.Linq.Expressions;

namespace Zhizhuxia.Submissions;

/// <summary>Which pieces wait for whom.</summary>
public static class InTray
{
    private static readonly State[] _levels = [State.Review1, State.Review2, State.Review3, State.Adopted];

    /// <summary>The states in which a piece can wait for this person.</summary>
    public static IReadOnlyList<State> LevelsOf(Actor actor) =>
    [
        .. Workflow.Table.Where(row => row.By.IsStaff() && actor.Is(row.By) && _levels.Contains(row.From) && row.Verb is Verb.Pass or Verb.Publish)
            .Select(row => row.From).Distinct(),
    ];

    /// <summary>In a level this person holds, and nobody else is reading it; never their own, nor what they have passed at another level as it is.</summary>
    public static Expression<Func<QueueEntry, bool>> Of(Actor actor, DateTimeOffset now)
    {
        var levels = LevelsOf(actor);
        var (first, second, third, adopted) = (levels.Contains(State.Review1), levels.Contains(State.Review2), levels.Contains(State.Review3), levels.Contains(State.Adopted));
        var me = actor.EditorId ?? Guid.Empty;
        var idleSince = WorkingHours.Before(now, Claim.Idle);
        // Four flags and no list: the SQL of a list is written anew for each query.
        return entry => ((first && entry.State == State.Review1) || (second && entry.State == State.Review2) || (third && entry.State == State.Review3) || (adopted && entry.State == State.Adopted))
            && (entry.EnteredBy == null || entry.EnteredBy != me)
            && (entry.State == State.Adopted || entry.State == State.Review1 || entry.FirstPassBy == null || entry.FirstPassBy != me)
            && (entry.State == State.Adopted || entry.State == State.Review2 || entry.SecondPassBy == null || entry.SecondPassBy != me)
            && (entry.ClaimBy == null || entry.ClaimBy == me || entry.ClaimAt <= idleSince);
    }
}
