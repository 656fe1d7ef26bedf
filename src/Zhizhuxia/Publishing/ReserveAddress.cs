using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>Gives an adopted piece its permanent short address, before the mail that names it is shown, and proves that its QR code reads back.</summary>
public sealed class ReserveAddress(PortalDb db)
{
    /// <param name="root">Scheme and host of the portal as readers reach it.</param>
    /// <exception cref="RefusedException"><c>not-possible-now</c>: there is no such piece, or it has not been adopted.</exception>
    public async Task<PrintedAddress> RunAsync(Guid id, string root, CancellationToken ct)
    {
        var address = ShortAddress.Of(root, await CodeAsync(id, ct));
        return new(address, ReadBack(address));
    }

    private async Task<string> CodeAsync(Guid id, CancellationToken ct)
    {
        var candidate = await FreeCodeAsync(ct);
        await db.Submissions.Where(piece => piece.Id == id && piece.State == State.Adopted && piece.ShortCode == null)
            .ExecuteUpdateAsync(set => set.SetProperty(piece => piece.ShortCode, candidate), ct);
        return await db.Submissions.Where(piece => piece.Id == id).Select(piece => piece.ShortCode).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException("not-possible-now");
    }

    private async Task<string> FreeCodeAsync(CancellationToken ct)
    {
        while (true)
        {
            var code = Receipt.RandomShort(ShortAddress.Length);
            if (!await db.Submissions.AnyAsync(piece => piece.ShortCode == code, ct))
                return code;
        }
    }

    /// <summary>Null if newsprint cannot carry the code, or it does not read back.</summary>
    private static string? ReadBack(string address)
    {
        try
        {
            return QrCode.Read(QrCode.ForPrint(address).Modules);
        }
        catch (QrCodeException)
        {
            return null;
        }
    }
}
