using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor writes a note at a moment of a film (批注). Whoever may read a piece may remark on it; no claim is needed, and nobody's decision becomes stale by it.</summary>
public sealed class AddFilmNote(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, or as <see cref="FilmNote.Of"/>.</exception>
    public async Task RunAsync(Guid id, Actor actor, string? text, Guid? film, double? at, CancellationToken ct)
    {
        if (await db.LoadAsync(id, ct) is not { State: not State.Draft } piece)
            throw new RefusedException("not-found");
        db.Add(FilmNote.Of(piece, actor, text, film, at, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
