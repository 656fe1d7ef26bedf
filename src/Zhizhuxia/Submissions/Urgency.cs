namespace Zhizhuxia.Submissions;

/// <summary>Breaking news (突发): said by whoever acts on the piece; the content does not change, so no verdict and nobody's open page becomes stale.</summary>
public static class Urgency
{
    /// <exception cref="RefusedException">As <see cref="UrgencyObstacle"/>.</exception>
    public static void SetUrgent(this Submission piece, Actor actor, bool urgent, DateTimeOffset now)
    {
        if (piece.UrgencyObstacle(actor, now) is { } obstacle)
            throw new RefusedException(obstacle);
        piece.IsUrgent = urgent;
    }

    /// <summary>
    /// What stands in the way of the mark: it moves a piece before all others, so it is said like a verdict by who has claimed the piece, never
    /// on one's own; after 终审 by those who bring it out.
    /// </summary>
    /// <returns>A code of RefusalTexts; null if the way is free.</returns>
    public static string? UrgencyObstacle(this Submission piece, Actor actor, DateTimeOffset now)
    {
        var attempt = new Attempt(piece, actor, Decision.Plain, now);
        return piece.State switch
        {
            State.Draft or State.Closed => "not-possible-now",
            _ when !actor.Reviews => "not-possible-now",
            _ when !Guards.NotOwn.Holds(attempt) => Guards.NotOwn.Code,
            State.Waiting => null,
            State.Adopted or State.Published or State.TakenDown => actor.Is(Performer.Editor3) || actor.Is(Performer.Publisher) ? null : "only-publisher",
            _ => Guards.Claimed.Holds(attempt) ? null : Guards.Claimed.Code,
        };
    }
}
