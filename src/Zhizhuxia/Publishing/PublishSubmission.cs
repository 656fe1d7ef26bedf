using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>刊发: the piece goes out under its short address.</summary>
public sealed class PublishSubmission(PortalDb db, ReserveAddress addresses, TimeProvider clock)
{
    /// <summary>Publishes; the same form sent twice publishes once.</summary>
    /// <param name="seen">The page the editor had before them.</param>
    /// <param name="root">Scheme and host of the portal as readers reach it.</param>
    /// <param name="letter">The mail as the editor has changed it; null: as composed.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>stale</c>, or as <see cref="Submission.Apply"/>.</exception>
    public async Task<Step> RunAsync(Guid id, Actor actor, Seen seen, string root, LetterText? letter, CancellationToken ct)
    {
        var printed = await addresses.RunAsync(id, root, ct); // before the piece is loaded: it writes the code into the row
        var piece = await db.GetAsync(id, ct);
        if (seen.WasUsedBy(piece, actor, Verb.Publish))
            return piece.History[^1];
        piece.MustBe(seen);
        var step = piece.Apply(Verb.Publish, actor, clock.GetUtcNow(), new Decision
        {
            PublicAddress = printed.Address, QrReads = printed.QrReads, Letter = letter,
        });
        await db.SaveAsync(piece, ct);
        return step;
    }
}
