namespace Zhizhuxia.Submissions;

/// <summary>Taking, keeping and giving back a piece (domain T3).</summary>
public static class Claims
{
    /// <summary>Takes the piece for an editor. Taking over a living claim needs a reason, and is a step of the history.</summary>
    /// <exception cref="RefusedException"><c>claimed-by-other</c> (name), <c>own-piece</c>, <c>not-possible-now</c>.</exception>
    public static void Take(this Submission piece, Actor actor, DateTimeOffset now, string? reason)
    {
        if (actor.EditorId is not { } editor || !Workflow.Table.Any(row => row.From == piece.State && actor.Is(row.By) && row.If.Contains(Guards.Claimed)))
            throw new RefusedException("not-possible-now");
        if (!Guards.NotOwn.Holds(new(piece, actor, Decision.Plain, now)))
            throw new RefusedException(Guards.NotOwn.Code);
        if (piece.Claim is { } other && other.EditorId != editor && other.IsAlive(now))
        {
            if (reason is not { Length: >= 2 })
                throw new RefusedException("claimed-by-other", other.Name);
            piece.Apply(Verb.TakeOver, actor, now, new Decision { Comment = reason });
            return;
        }
        piece.Claim = new(editor, actor.Name, now);
        piece.RowVersion++;
    }

    /// <exception cref="RefusedException"><c>not-claimed</c>: it is not this actor's to give back.</exception>
    public static void GiveBack(this Submission piece, Actor actor, DateTimeOffset now)
    {
        if (piece.Claim?.IsHeldBy(actor, now) is not true)
            throw new RefusedException(Guards.Claimed.Code);
        piece.Claim = null;
        piece.RowVersion++;
    }

    /// <summary>The holder of the claim opens the material: the reader sees 审看中, and the lease begins anew.</summary>
    public static void LookAt(this Submission piece, Actor actor, DateTimeOffset now)
    {
        if (piece.Claim is { } claim && claim.IsHeldBy(actor, now))
            (piece.FirstLookAt, piece.Claim) = (piece.FirstLookAt ?? now, claim with { At = now });
    }
}
