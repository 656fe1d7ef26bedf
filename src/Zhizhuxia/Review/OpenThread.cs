using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor has what was written to and from a reader before them: the mark of new messages goes.</summary>
public sealed class OpenThread(PortalDb db, TimeProvider clock)
{
    private const int MostMessages = 200;

    /// <param name="folder">With letters, mails and history.</param>
    /// <param name="seen">It is before the editor's eyes, not behind another tab.</param>
    public async Task<PieceThread> RunAsync(PieceFolder folder, Actor actor, bool seen, CancellationToken ct)
    {
        var id = folder.Piece.Id;
        var messages = await db.Messages.AsNoTracking().Where(message => message.SubmissionId == id)
            .OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Take(MostMessages).ToListAsync(ct);
        var notes = await db.InternalNotes.AsNoTracking().Where(note => note.SubmissionId == id).OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(ct);
        if (seen && actor.Reviews && messages.Exists(message => message is { IsFromReader: true, ReadAt: null }))
            await ReadAsync(id, actor, ct);
        return new(PieceThread.Of(folder, messages), notes);
    }

    private async Task ReadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var message in await db.Messages.Where(row => row.SubmissionId == id && row.EditorId == null && row.ReadAt == null).ToListAsync(ct))
            (message.ReadAt, message.ReadBy) = (now, actor.Name);
        await db.SaveChangesAsync(ct);
    }
}
