using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Assets;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Submit;

/// <summary>The reader's form. Films come by themselves (Client/uploads) or, without scripts, with the form.</summary>
[AllowAnonymous]
[FilmForm(nameof(Draft))]
[EnableRateLimiting(Limits.Submits)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class SubmitModel(SubmitPiece submit, DraftQuery drafts) : ReaderForm
{
    /// <summary>The draft that the uploads belong to; made by the page.</summary>
    [BindProperty]
    public Guid Draft { get; set; }

    /// <summary>The same key gives the same receipt.</summary>
    [BindProperty]
    public string IdempotencyKey { get; set; } = "";

    /// <summary>The page shows what was posted; the browser must not fill in what it has saved.</summary>
    public bool Posted { get; private set; }

    /// <summary>Films that are here already, for a browser without scripts.</summary>
    public IReadOnlyList<DraftFile> Arrived { get; private set; } = [];

    /// <summary>What is wrong with the files, or null.</summary>
    public string? FilmsError => ModelState["Files"]?.Errors.FirstOrDefault()?.ErrorMessage;

    public void OnGet() => (Draft, IdempotencyKey) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Posted = true;
        try
        {
            var receipt = await submit.RunAsync(Draft, FilmForm.OwnerOf(HttpContext), Form, IdempotencyKey, ct);
            TempData[ReceiptModel.Handle] = receipt.Code;
            return RedirectToPage("/Submit/Receipt");
        }
        catch (FormInvalidException invalid)
        {
            Show(invalid);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Files", await RefusedFilmAsync(ct) ?? RefusalTexts.Of(refused));
        }
        Arrived = [.. (await drafts.FilesAsync(Draft, UploadOwner.Of(Request), ct)).Where(file => file.Offset == file.Length && file.RefusalCode is null)];
        return Page();
    }

    /// <summary>What has become of the draft's films, for the browser that sent them: a bad one is named while the form is still being filled in.</summary>
    public async Task<IActionResult> OnGetFilmsAsync(Guid draft, CancellationToken ct) =>
        new JsonResult((await drafts.FilesAsync(draft, UploadOwner.Of(Request), ct)).Select(file => new
        {
            file.Token,
            Settled = file.State is AssetState.Ready or AssetState.Rejected,
            Refusal = SentenceOf(file),
        }));

    private async Task<string?> RefusedFilmAsync(CancellationToken ct) =>
        (await drafts.FilesAsync(Draft, UploadOwner.Of(Request), ct)).FirstOrDefault(file => file.RefusalCode is not null) is { } bad
            ? $"“{bad.Name}”：{SentenceOf(bad)}"
            : null;

    private static string? SentenceOf(DraftFile file) => file.RefusalCode is { } code ? RefusalTexts.Of(code) : null;
}
