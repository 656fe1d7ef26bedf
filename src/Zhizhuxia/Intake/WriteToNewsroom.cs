using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The reader writes to the newsroom from the status page (往来); the piece is marked until an editor has looked.</summary>
public sealed class WriteToNewsroom(PortalDb db, ReaderPiece readers, TimeProvider clock)
{
    /// <param name="code">A receipt code as typed, or what stands behind # in the one-time link.</param>
    /// <param name="id">Of the message: the same form sent twice writes once.</param>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>, <c>answer-link-dead</c>, <c>message-length</c>, <c>too-many-messages</c>, <c>not-possible-now</c>.</exception>
    public async Task RunAsync(string? code, Guid id, string? words, CancellationToken ct)
    {
        var piece = await readers.ByCodeAsync(code, ct);
        var text = PlainText.Block(words);
        if (PlainText.Count(text) is < 2 or > Message.Longest)
            throw new RefusedException("message-length");
        if (await db.Messages.AnyAsync(message => message.Id == id, ct))
            return;
        var now = clock.GetUtcNow();
        var since = now.AddHours(-24);
        if (await db.Messages.CountAsync(message => message.SubmissionId == piece.Id && message.EditorId == null && message.At > since, ct) >= Message.MostADay)
            throw new RefusedException("too-many-messages");
        db.Add(piece.Hear(id, text!, now));
        await db.SaveOnceAsync(() => db.Messages.AnyAsync(message => message.Id == id, ct), ct);
    }
}
