using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor moves a piece by the table: passes, returns, asks, declines.</summary>
public sealed class DecideSubmission(PortalDb db, FindOther others, TimeProvider clock)
{
    /// <summary>Decides; the same form sent twice decides once.</summary>
    /// <param name="seen">The page the editor had before them.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>stale</c>, or as <see cref="Submission.Apply"/>; nothing has changed.</exception>
    public async Task<Step> RunAsync(Guid id, Verb verb, Actor actor, Seen seen, Decision decision, CancellationToken ct)
    {
        if (verb is Verb.Revise or Verb.Enter or Verb.Attach or Verb.Relay)
            throw new RefusedException("not-possible-now"); // a change of content comes with the content, a film with its file
        var piece = await db.GetAsync(id, ct);
        if (seen.WasUsedBy(piece, actor, verb))
            return piece.History[^1];
        piece.MustBe(seen);
        if (verb is Verb.Reopen)
            await db.Entry(piece).Collection(row => row.Letters).LoadAsync(ct); // one of them may still be kept back
        var step = piece.Apply(verb, actor, clock.GetUtcNow(), await others.CompleteAsync(decision, piece, ct));
        await db.SaveAsync(piece, ct);
        return step;
    }
}
