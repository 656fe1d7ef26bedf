namespace Zhizhuxia.Submissions;

/// <summary>Breaking news (突发): said by whoever may act on the piece, and part of what colleagues see; the content does not change.</summary>
public static class Urgency
{
    /// <exception cref="RefusedException"><c>not-possible-now</c>: the piece is not in anybody's hands any more.</exception>
    public static void SetUrgent(this Submission piece, Actor actor, bool urgent)
    {
        if (actor.EditorId is null || piece.State is State.Draft or State.Closed)
            throw new RefusedException("not-possible-now");
        piece.IsUrgent = urgent;
        piece.RowVersion++;
    }
}
