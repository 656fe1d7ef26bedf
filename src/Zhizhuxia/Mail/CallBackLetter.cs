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
        if (!actor.Reviews || actor.EditorId is not { } editor)
            throw new RefusedException("not-possible-now");
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.Letters
            .Where(letter => letter.Id == id && letter.State == LetterState.Waiting && letter.NotBefore > now)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.CalledBack), ct);
        if (rows == 0)
            throw new RefusedException("letter-gone");
        var letter = await db.Letters.AsNoTracking().SingleAsync(row => row.Id == id, ct);
        if (letter.SubmissionId is { } piece)
            db.Add(new InternalNote { Id = Guid.CreateVersion7(now), SubmissionId = piece, EditorId = editor, By = actor.Name, Text = "收回了还没有发出的信，读者收不到它。", At = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
