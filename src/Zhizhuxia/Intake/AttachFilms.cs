using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>挂上视频: an editor adds films to a piece, shot together with its reader or handed over. The piece is read from the beginning.</summary>
public sealed class AttachFilms(PortalDb db, BringFilms bring, TimeProvider clock)
{
    /// <param name="draft">The draft that the films were uploaded into.</param>
    /// <param name="ownerHash">SHA-256 of the browser's upload cookie, or null.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>film-missing</c>, <c>upload-unfinished</c>, <c>only-typist</c>, <c>not-possible-now</c>, <c>stale</c>.</exception>
    public async Task RunAsync(Guid id, Actor actor, Guid draft, string? ownerHash, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct);
        if (await bring.RunAsync(id, draft, ownerHash, ct) == 0)
            throw new RefusedException("film-missing");
        db.ChangeTracker.Clear();
        var piece = await db.GetAsync(id, ct);
        piece.Apply(Verb.Attach, actor, clock.GetUtcNow(), Decision.Plain);
        await db.SaveAsync(piece, ct);
        await transaction.CommitAsync(ct);
    }
}
