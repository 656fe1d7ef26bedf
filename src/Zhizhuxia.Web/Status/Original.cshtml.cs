using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Status;

/// <summary>补原片: where the one-time link of a letter leads that asks for nothing but the original. Opened as the status page is.</summary>
[AllowAnonymous]
[FilmForm("draft")]
[EnableRateLimiting(Limits.Receipts)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class OriginalModel(StatusQuery status, AnswerRequest answer) : PageModel
{
    /// <summary>What opens the piece: the end of the link.</summary>
    [BindProperty]
    public string? Receipt { get; set; }

    /// <summary>The piece while its original is asked for.</summary>
    public StatusView? Piece { get; private set; }

    public string? Refusal { get; private set; }

    /// <summary>The original has come.</summary>
    public bool Done { get; private set; }

    public void OnGet()
    {
    }

    public Task OnPostAsync(CancellationToken ct) => TryAsync(() => Task.CompletedTask, ct);

    public Task OnPostAnswerAsync(Guid draft, CancellationToken ct) => TryAsync(async () =>
    {
        await answer.RunAsync(Receipt, new(null, draft, FilmForm.OwnerOf(HttpContext), []), ct);
        Done = true;
    }, ct);

    private async Task TryAsync(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (RefusedException refused)
        {
            Refusal = Sentence(refused);
        }
        if (!Done)
            await ShowAsync(ct);
    }

    /// <summary>What was refused may be tried again, unless it was the link itself.</summary>
    private async Task ShowAsync(CancellationToken ct)
    {
        try
        {
            var piece = await status.RunAsync(Receipt, ct);
            if (piece.Request?.Items.Contains(RequestItem.Original) is true)
                Piece = piece;
            else
                Refusal = RefusalTexts.Of("answer-link-dead");
        }
        catch (RefusedException refused)
        {
            Refusal = Sentence(refused);
        }
    }

    /// <summary>This page asks for a link and a film, and speaks of these.</summary>
    private static string Sentence(RefusedException refused) => refused.Code switch
    {
        "answer-missing" => RefusalTexts.Of("original-not-chosen"),
        "receipt-unknown" => RefusalTexts.Of("original-link-unknown"),
        _ => RefusalTexts.Of(refused),
    };
}
