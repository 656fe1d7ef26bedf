using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>撤稿 (T14): the reader takes a piece back, by receipt and something only the reader knows.</summary>
public sealed class Withdraw(PortalDb db, ReaderPiece readers, TimeProvider clock)
{
    /// <param name="receipt">As typed.</param>
    /// <param name="secondFactor">The last four digits of the mobile, or the whole e-mail address.</param>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>, <c>second-factor-wrong</c>, <c>not-possible-now</c>, <c>stale</c>.</exception>
    public async Task RunAsync(string? receipt, string? secondFactor, CancellationToken ct)
    {
        var piece = await readers.ByReceiptAsync(receipt, ct);
        if (piece.Contact?.IsKnownBy(PlainText.Line(secondFactor) ?? "") is not true)
            throw new RefusedException("second-factor-wrong");
        piece.Apply(Verb.Withdraw, Actor.Reader, clock.GetUtcNow(), Decision.Plain);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("reader-stale");
        }
    }
}
