using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Intake;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Review;

/// <summary>挂上视频: the film of a 拍摄约定, or one that was handed over, by an editor.</summary>
[Authorize(Policies.Enter)]
[FilmForm("draft")]
public sealed class FilmsModel(CurrentActor current, ReadPiece pieces, AttachFilms attach) : DeskPage(current)
{
    [BindProperty(SupportsGet = true, Name = "piece")]
    public Guid PieceId { get; set; }

    public string Title { get; private set; } = "";

    public string? Number { get; private set; }

    /// <summary>How many it has already.</summary>
    public int Films { get; private set; }

    /// <summary>The draft that films are uploaded into.</summary>
    public Guid Draft { get; private set; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid draft, CancellationToken ct)
    {
        Draft = draft == Guid.Empty ? Draft : draft;
        try
        {
            await attach.RunAsync(PieceId, await ActorAsync(ct), Draft, FilmForm.OwnerOf(HttpContext), ct);
            return LocalRedirect($"/desk/pieces/{PieceId}");
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            return await ShowAsync(ct);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var piece = (await pieces.RunAsync(PieceId, ct))?.Piece ?? throw new RefusedException("not-found");
        (Title, Number, Films) = (piece.Title, piece.Number, piece.Assets.Count);
        return Page();
    }
}
