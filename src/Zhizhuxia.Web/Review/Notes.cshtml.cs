using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>批注: the list alone, for the page that is open; without scripts a form leads back to that page.</summary>
public sealed class NotesModel(CurrentActor current, ReadPiece pieces) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which film is on the screen, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Film { get; set; }

    public NotesView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ListAsync(ct);
    }

    public Task<IActionResult> OnPostAsync([FromServices] AddFilmNote add, [FromForm] string? text, [FromForm] Guid? asset, [FromForm] double? at, CancellationToken ct) =>
        TryAsync(actor => add.RunAsync(Id, actor, text, asset, at, ct), ct);

    public Task<IActionResult> OnPostStrikeAsync([FromServices] StrikeFilmNote strike, [FromForm] Guid note, CancellationToken ct) =>
        TryAsync(actor => strike.RunAsync(Id, note, actor, ct), ct);

    private async Task<IActionResult> TryAsync(Func<Actor, Task> act, CancellationToken ct)
    {
        try
        {
            await act(await ActorAsync(ct));
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            return await ListAsync(ct);
        }
        return Request.Headers.ContainsKey("HX-Request") ? await ListAsync(ct) : RedirectToPage("/Review/Piece", new { Id, Film = Film > 0 ? Film : (int?)null });
    }

    private async Task<IActionResult> ListAsync(CancellationToken ct)
    {
        if (await pieces.RunAsync(Id, ct) is not { Piece: var piece } folder)
            throw new RefusedException("not-found");
        View = new(Id, folder.Notes, [.. piece.Assets.Select(asset => asset.Id).Order()], Film, Actor.EditorId) { Refusal = Refusal, Digest = piece.Digest };
        return Page();
    }
}
