using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Publishing;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Publishing;

/// <summary>The QR code of a published piece as the layout desk needs it.</summary>
internal static class PrintingEndpoints
{
    /// <summary>Side of a module in the SVG: 29 modules and the quiet zone make 22 mm at version 3, and newsprint carries 0.5 mm.</summary>
    private const double ModuleMillimetres = 0.6;

    public static void MapPrinting(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/pieces/{id:guid}/qr.svg", QrAsync).RequireAuthorization(Policies.Review).ExcludeFromDescription();

    private static async Task<IResult> QrAsync(HttpContext context, Guid id, CurrentActor current, PortalDb db, DeskSettings settings)
    {
        var ct = context.RequestAborted;
        var code = (await current.GetAsync(ct)).Reviews
            ? await db.Submissions.Where(piece => piece.Id == id && piece.PublishedAt != null).Select(piece => piece.ShortCode).SingleOrDefaultAsync(ct)
            : null;
        return code is null
            ? throw new RefusedException("not-found")
            : TypedResults.Text(QrCode.ForPrint(ShortAddress.Of(settings.PublicAddress, code)).ToSvg(ModuleMillimetres), "image/svg+xml");
    }
}
