using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>撤稿 (T14, T14b): the reader takes a piece back, by receipt and something only the reader knows. Once it is adopted that is a request, and 终审 decides.</summary>
public sealed class Withdraw(PortalDb db, ReaderPiece readers, TimeProvider clock)
{
    /// <param name="receipt">As typed.</param>
    /// <param name="secondFactor">The last four digits of the mobile, or the whole e-mail address.</param>
    /// <returns>It is withdrawn; false: it is asked for.</returns>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>, <c>second-factor-wrong</c>, <c>withdrawal-pending</c>, <c>not-possible-now</c>, <c>stale</c>.</exception>
    public async Task<bool> RunAsync(string? receipt, string? secondFactor, CancellationToken ct)
    {
        var piece = await readers.ByReceiptAsync(receipt, ct);
        if (piece.Contact?.IsKnownBy(PlainText.Line(secondFactor) ?? "") is not true)
            throw new RefusedException("second-factor-wrong");
        piece.Apply(piece.State is State.Adopted ? Verb.AskWithdrawal : Verb.Withdraw, Actor.Reader, clock.GetUtcNow(), Decision.Plain);
        try
        {
            await db.SaveChangesAsync(ct);
            return piece.State is State.Closed;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("reader-stale");
        }
    }
}
