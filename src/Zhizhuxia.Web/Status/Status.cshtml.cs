using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Status;

/// <summary>
/// Where a piece is, for whoever holds its receipt or the one-time link of a mail. Either comes by POST (or behind "#", which the browser turns
/// into a POST), never in an address.
/// </summary>
[AllowAnonymous]
[FilmForm("draft")]
[EnableRateLimiting(Limits.Receipts)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class StatusModel(StatusQuery status, Withdraw withdraw, AnswerRequest answer) : PageModel
{
    /// <summary>What opens the piece, as typed.</summary>
    [BindProperty]
    public string? Receipt { get; set; }

    public StatusView? Piece { get; private set; }

    /// <summary>Why it did not work, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>What has just been done, or null.</summary>
    public string? Done { get; private set; }

    /// <summary>Words that were refused and must not be lost.</summary>
    public string? Typed { get; private set; }

    public void OnGet()
    {
    }

    public Task OnPostAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task OnPostWithdrawAsync(string? known, CancellationToken ct)
    {
        await DoAsync(async () => await withdraw.RunAsync(Receipt, known, ct) ? "稿件已撤回。" : "撤稿申请已收到，编辑部会尽快答复您。");
        await ShowAsync(ct);
    }

    public async Task OnPostAnswerAsync(string? answerText, Guid draft, ConsentKind[] agreed, CancellationToken ct)
    {
        await DoAsync(async () =>
        {
            await answer.RunAsync(Receipt, new(answerText, draft, FilmForm.OwnerOf(HttpContext), agreed ?? []), ct);
            return "答复已收到，编辑会接着审看。";
        });
        await ShowAsync(ct);
    }

    public async Task OnPostWriteAsync([FromServices] WriteToNewsroom write, Guid message, string? words, CancellationToken ct)
    {
        await DoAsync(async () =>
        {
            await write.RunAsync(Receipt, message, words, ct);
            return "已经留给编辑部了，编辑看到会答复您。";
        });
        Typed = Refusal is null ? null : words;
        await ShowAsync(ct);
    }

    /// <param name="step">Says what it did.</param>
    private async Task DoAsync(Func<Task<string>> step)
    {
        try
        {
            Done = await step();
        }
        catch (RefusedException refused)
        {
            Refusal = RefusalTexts.Of(refused);
        }
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        try
        {
            Piece = await status.RunAsync(Receipt, ct);
        }
        catch (RefusedException refused)
        {
            // A one-time link that was just used shows that it was, not that it is dead.
            Refusal ??= Done is null ? RefusalTexts.Of(refused) : null;
        }
    }
}
