using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor changes the words, the column or the AI label: a new version, whose verdicts begin anew.</summary>
public sealed class ReviseSubmission(PortalDb db, TimeProvider clock)
{
    /// <param name="reason">For the history; needed to lower the AI label.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>stale</c>, <c>film-none-left</c>, <c>nothing-changed</c>, or as <see cref="Submission.Apply"/>.</exception>
    public async Task RunAsync(Guid id, Actor actor, Seen seen, Content content, string? reason, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        piece.MustBe(seen);
        piece.MustKeepOne(content);
        piece.Revise(content, actor, clock.GetUtcNow(), reason);
        await db.SaveAsync(piece, ct);
    }
}
