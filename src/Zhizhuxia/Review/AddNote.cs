using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor leaves a note for colleagues beside a piece.</summary>
public sealed class AddNote(PortalDb db, TimeProvider clock)
{
    /// <param name="note">Its id: the same form sent twice writes once.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>message-length</c>, <c>not-possible-now</c>: not a reviewer.</exception>
    public async Task RunAsync(Guid id, Guid note, Actor actor, string? words, CancellationToken ct)
    {
        var text = PlainText.Block(words);
        if (PlainText.Count(text) is < 2 or > InternalNote.Longest)
            throw new RefusedException("message-length");
        var added = InternalNote.Of(id, actor, text!, clock.GetUtcNow(), note);
        if (!await db.Submissions.AnyAsync(piece => piece.Id == id && piece.State != State.Draft, ct))
            throw new RefusedException("not-found");
        if (await db.InternalNotes.AnyAsync(row => row.Id == note, ct))
            return;
        db.Add(added);
        await db.SaveOnceAsync(() => db.InternalNotes.AnyAsync(row => row.Id == note, ct), ct);
    }
}
