using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.Web.Public;

/// <summary>The 专版: the newest piece across the page, then column by column.</summary>
[AllowAnonymous]
public sealed class IndexModel(PublicPages pages) : PageModel
{
    public FrontPage Front { get; private set; } = new(null, []);

    /// <summary>This page's own address.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/";

    /// <summary>The columns without the newest piece, which stands above them already.</summary>
    public IEnumerable<PublicColumn> Columns => Front.Columns
        .Select(column => column with { Pieces = [.. column.Pieces.Where(piece => piece.ShortCode != Front.Lead?.ShortCode)] })
        .Where(column => column.Pieces.Count > 0);

    public async Task OnGetAsync(CancellationToken ct) => Front = await pages.FrontAsync(ct);
}
