using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Intake;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.Web.Submit;

/// <summary>The receipt, right after 提交. A sealed cookie brings the code from there, so that reloading the page does not lose it.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class ReceiptModel(ReceiptQuery receipts) : PageModel
{
    /// <summary>Key of the code in the sealed cookie.</summary>
    public const string Handle = "receipt";

    public ReceiptView? Piece { get; private set; }

    /// <summary>The status page with the code behind "#", as QR code.</summary>
    public string QrSvg => QrCode.Svg($"{Request.Scheme}://{Request.Host}{Request.PathBase}/status#{Piece?.Code}");

    /// <summary>The code in groups of four.</summary>
    public IEnumerable<string> CodeGroups => (Piece?.Code ?? "").Chunk(4).Select(group => new string(group));

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (TempData.Peek(Handle) is string code)
            Piece = await receipts.FindAsync(code, ct);
    }
}
