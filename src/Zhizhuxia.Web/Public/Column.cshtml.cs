using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.Web.Public;

/// <summary>All pieces of one column, newest first, page by page.</summary>
[AllowAnonymous]
public sealed class ColumnModel(PublicPages pages) : PageModel
{
    public PublicColumn Column { get; private set; } = null!;

    /// <summary>Not the first page.</summary>
    public bool Later { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? after, CancellationToken ct)
    {
        if (await pages.ColumnAsync(id, after, ct) is not { } column)
            return NotFound();
        (Column, Later) = (column, after is not null);
        return Page();
    }
}
