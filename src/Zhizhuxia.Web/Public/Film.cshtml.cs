using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Publishing;

namespace Zhizhuxia.Web.Public;

/// <summary>The page a printed QR code opens. After a takedown a tombstone, never a 404.</summary>
[AllowAnonymous]
public sealed class FilmModel(PublicPages pages) : PageModel
{
    private const int SummaryLength = 120;

    /// <summary>Null after a takedown.</summary>
    public PublicFilm? Film { get; private set; }

    public DateTimeOffset? TakenDownAt { get; private set; }

    /// <summary>This page's own address.</summary>
    public string Address => Absolute($"/v/{Film?.ShortCode}");

    /// <summary>Address of the first still, or null.</summary>
    public string? Poster => Film?.Videos.Select(video => video.Poster).FirstOrDefault(poster => poster is not null) is { } path ? Absolute(path) : null;

    /// <summary>The beginning of the text, for what other sites show of the page.</summary>
    public string Summary => Film is not { Text: { Length: > SummaryLength } text } ? Film?.Text ?? "" : $"{text[..(SummaryLength - 1)]}…";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await pages.FindAsync(code, ct) is not { } found)
            return NotFound();
        (Film, TakenDownAt) = (found.Film, found.TakenDownAt);
        return Page();
    }

    private string Absolute(string path) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}";
}
