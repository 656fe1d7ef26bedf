using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Assets;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Publishing;

/// <summary>版面块: what the layout desk puts on the page: title, still, text, credit line, source line, QR code.</summary>
public sealed class PrintModel(CurrentActor current, ReadPiece pieces, DeskSettings settings) : DeskPage(current)
{
    public Submission Piece { get; private set; } = null!;

    public string? Column { get; private set; }

    /// <summary>The film whose still is shown.</summary>
    public Asset? Film => Piece.ChosenAssets.OrderBy(asset => asset.Id).FirstOrDefault(asset => asset.Find(RenditionKind.Poster) is not null);

    public string Address => ShortAddress.Of(settings.PublicAddress, Piece.ShortCode!);

    public string Qr => QrCode.ForPrint(Address).ToSvg(0.6);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await ActorAsync(ct);
        if (await pieces.RunAsync(id, ct) is not { Piece: { PublishedAt: not null, ShortCode: not null } piece } folder)
            throw new RefusedException("not-found");
        Piece = piece;
        Column = folder.Columns.FirstOrDefault(column => column.Id == piece.ColumnId)?.Name;
        return Page();
    }
}
