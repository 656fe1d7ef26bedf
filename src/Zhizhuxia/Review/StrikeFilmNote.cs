using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor strikes out a note of their own; it stays to be read, struck out.</summary>
public sealed class StrikeFilmNote(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, <c>note-not-yours</c>.</exception>
    public async Task RunAsync(Guid id, Guid noteId, Actor actor, CancellationToken ct)
    {
        var note = await db.FilmNotes.SingleOrDefaultAsync(row => row.Id == noteId && row.SubmissionId == id, ct) ?? throw new RefusedException("not-found");
        note.Strike(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
