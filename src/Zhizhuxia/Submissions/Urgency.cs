namespace Zhizhuxia.Submissions;

/// <summary>Breaking news (突发): said by whoever reviews; the content does not change, so no verdict and nobody's open page becomes stale.</summary>
public static class Urgency
{
    /// <exception cref="RefusedException"><c>not-possible-now</c>: not a reviewer, or the piece is closed.</exception>
    public static void SetUrgent(this Submission piece, Actor actor, bool urgent)
    {
        if (!actor.Reviews || piece.State is State.Draft or State.Closed)
            throw new RefusedException("not-possible-now");
        piece.IsUrgent = urgent;
    }
}
