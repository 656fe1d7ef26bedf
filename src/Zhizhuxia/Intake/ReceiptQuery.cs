using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Intake;

/// <summary>The receipt once more, for a page that is loaded again.</summary>
public sealed class ReceiptQuery(PortalDb db, ReceiptCodes codes)
{
    /// <returns>Null if the code opens nothing.</returns>
    public async Task<ReceiptView?> FindAsync(string code, CancellationToken ct) =>
        codes.HashOf(code) is { } hash && await db.Aggregate().AsNoTracking().SingleOrDefaultAsync(piece => piece.ReceiptHash == hash, ct) is { } piece
            ? ReceiptView.Of(piece, codes.CodeOf(piece.Id))
            : null;
}
