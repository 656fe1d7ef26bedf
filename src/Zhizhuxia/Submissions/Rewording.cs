namespace Zhizhuxia.Submissions;

/// <summary>换编码重读: the words of a mailed piece are read anew, as long as nobody has worked on them.</summary>
public static class Rewording
{
    /// <summary>Writes the words as a new version. Whoever does it holds the piece meanwhile, as for every change.</summary>
    /// <param name="reason">For the history.</param>
    /// <exception cref="RefusedException"><c>mail-decided</c>, <c>nothing-changed</c>, or as <see cref="Claims.Take"/>.</exception>
    public static void Reword(this Submission piece, Content content, Actor by, DateTimeOffset now, string reason)
    {
        if (piece.State is not State.Review1)
            throw new RefusedException("mail-decided");
        var mine = piece.Claim?.IsHeldBy(by, now) is true;
        if (!mine)
            piece.Take(by, now, null);
        piece.Revise(content, by, now, reason);
        if (!mine)
            piece.GiveBack(by, now);
    }
}
