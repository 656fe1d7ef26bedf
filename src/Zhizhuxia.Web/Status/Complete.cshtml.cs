using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Submit;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Status;

/// <summary>补全来稿: where the one-time link in the receipt of a mail leads. Opened as the status page is: the code comes by POST, or behind "#".</summary>
[AllowAnonymous]
[FilmForm("draft")]
[EnableRateLimiting(Limits.Receipts)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class CompleteModel(CompletePiece complete) : ReaderForm
{
    /// <summary>What opens the piece: the end of the link.</summary>
    [BindProperty]
    public string? Receipt { get; set; }

    /// <summary>Null until the link has opened it.</summary>
    public CompletionView? Piece { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The draft that films are uploaded into.</summary>
    public Guid Draft { get; private set; } = Guid.CreateVersion7();

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear(); // nothing has been filled in yet
        await ShowAsync(ct);
        if (Piece is { } piece)
            Form = Form with { Name = piece.Name, CreditName = piece.Name, Mobile = piece.Mobile };
    }

    public async Task<IActionResult> OnPostDoneAsync(Guid draft, CancellationToken ct)
    {
        try
        {
            var receipt = await complete.RunAsync(Receipt, Form, draft, FilmForm.OwnerOf(HttpContext), ct);
            TempData[ReceiptModel.Handle] = receipt.Code;
            return RedirectToPage("/Submit/Receipt");
        }
        catch (FormInvalidException invalid)
        {
            Show(invalid);
        }
        catch (RefusedException refused)
        {
            Refusal = RefusalTexts.Of(refused);
        }
        Draft = draft == Guid.Empty ? Draft : draft;
        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        try
        {
            Piece = await complete.FindAsync(Receipt, ct);
        }
        catch (RefusedException refused)
        {
            Refusal ??= RefusalTexts.Of(refused);
        }
    }
}
