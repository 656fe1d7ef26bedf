using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Keeps a held letter from going (domain T11: ten minutes for a slip of the hand).</summary>
public sealed class CallBackLetter(PortalDb db, TimeProvider time)
{
    /// <param name="actor">Colleagues read who it was.</param>
    /// <exception cref="RefusedException"><c>letter-gone</c>: it has been sent, called back, or is about to go; <c>not-possible-now</c>: not a reviewer.</exception>
    public async Task RunAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var held = await db.Letters.AsNoTracking().SingleOrDefaultAsync(letter => letter.Id == id, ct) ?? throw new RefusedException("letter-gone");
        if (held.SubmissionId is { } piece)
            db.Add(InternalNote.Of(piece, actor, "收回了还没有发出的信，读者收不到它。", now));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.Letters
            .Where(letter => letter.Id == id && letter.State == LetterState.Waiting && letter.NotBefore > now)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.CalledBack), ct);
        if (rows == 0)
            throw new RefusedException("letter-gone");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
