using System.Linq.Expressions;

namespace Zhizhuxia.Submissions;

/// <summary>Which pieces wait for whom.</summary>
public static class InTray
{
    private static readonly State[] _levels = [State.Review1, State.Review2, State.Review3, State.Adopted];

    /// <summary>In a level this person holds, and nobody else is reading it; never their own, nor what they have passed at another level as it is.</summary>
    public static Expression<Func<Submission, bool>> Of(Actor actor, DateTimeOffset now)
    {
        var levels = Workflow.Table.Where(row => row.By.IsStaff() && actor.Is(row.By) && _levels.Contains(row.From) && row.Verb is Verb.Pass or Verb.Publish)
            .Select(row => row.From).Distinct().ToList();
        var me = actor.EditorId ?? Guid.Empty;
        var idleSince = WorkingHours.Before(now, Claim.Idle);
        return piece => levels.Contains(piece.State) && piece.EnteredBy != me
            && (piece.State == State.Adopted || !piece.History.Any(step => step.Verb == Verb.Pass && step.From != piece.State && step.EditorId == me
                && step.Digest == piece.Digest && !piece.History.Any(later => later.Number > step.Number
                    && (later.Verb == Verb.Reopen || later.Verb == Verb.ReturnToFirst || (later.Verb == Verb.ReturnToSecond && step.From != State.Review1)))))
            && (piece.Claim == null || piece.Claim.EditorId == me || piece.Claim.At <= idleSince);
    }
}
