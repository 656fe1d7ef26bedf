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

    public async Task OnGetAsync(CancellationToken ct) => Front = await pages.FrontAsync(ct);
}
