using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The one transaction of a draft's 提交: number, receipt, consents, step, letter, jobs. The same idempotency key gives the same receipt, also to
/// requests that race: whoever loses reads what the winner has written.
/// </summary>
public sealed class TakeSubmission(PortalDb db, WriteTurns turns, FormerReceipts former, ReceiptCodes codes, TimeProvider clock)
{
    /// <param name="keyed">Its form is checked here.</param>
    /// <param name="load">Gives the draft within the transaction.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>idempotency-key-invalid</c>, <c>idempotency-key-reused</c>, or a guard of T1.</exception>
    public async Task<ReceiptView> RunAsync(KeyedForm keyed, Arrival arrival, Func<Task<Submission>> load, CancellationToken ct)
    {
        var request = former.RequestOf(keyed, arrival);
        try
        {
            using var turn = await turns.TakeAsync(ct);
            await using var transaction = await db.BeginAloneAsync(ct);
            if (await former.FindAsync(db, request, ct) is { } receipt)
                return receipt;
            var piece = await load();
            if (piece.State is not State.Draft)
                throw new RefusedException("already-submitted");
            var now = clock.GetUtcNow();
            piece.Submit(keyed.Form, arrival, request, codes, now);
            piece.Number = await db.NextNumberAsync(now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return ReceiptView.Of(piece, codes.CodeOf(piece.Id));
        }
        catch (DbUpdateException refused) when (!refused.IsOfConnection)
        {
            // A unique index or the row's version: another request was first. The same key: its receipt is ours.
            db.ChangeTracker.Clear();
            return await former.FindAsync(db, request, ct) ?? throw new RefusedException("not-possible-now");
        }
    }
}
