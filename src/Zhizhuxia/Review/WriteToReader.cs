using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor writes to the reader of a piece, outside the workflow.</summary>
public sealed class WriteToReader(PortalDb db, TimeProvider clock)
{
    /// <param name="message">Id of the message: the same form sent twice writes once.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>message-length</c>, <c>too-many-messages</c>, or as <see cref="Correspondence.Say"/>.</exception>
    public async Task RunAsync(Guid id, Guid message, Actor actor, string? words, CancellationToken ct)
    {
        var text = PlainText.Block(words);
        if (PlainText.Count(text) is < 2 or > Message.Longest)
            throw new RefusedException("message-length");
        var piece = await db.Submissions.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new RefusedException("not-found");
        if (await db.Messages.AnyAsync(row => row.Id == message, ct))
            return;
        var now = clock.GetUtcNow();
        var since = now.AddHours(-24);
        if (await db.Messages.CountAsync(row => row.SubmissionId == id && row.EditorId != null && row.At > since, ct) >= Message.MostADay)
            throw new RefusedException("too-many-messages");
        db.Add(piece.Say(message, actor, text!, now));
        await db.SaveOnceAsync(() => db.Messages.AnyAsync(row => row.Id == message, ct), ct);
    }
}
