using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>发信: what was written to readers and colleagues, what became of it, and another round for what could not be sent.</summary>
public sealed class LettersModel(CurrentActor current, LetterList letters, TimeProvider clock) : DeskPage(current)
{
    private const int PageSize = 30;

    public IReadOnlyList<LetterRow> Rows { get; private set; } = [];

    /// <summary>Id of the last row when more follow.</summary>
    public Guid? Next { get; private set; }

    /// <summary>Letters that wait for a person.</summary>
    public int Stuck { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What was done a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>Which letters.</summary>
    [BindProperty(SupportsGet = true)]
    public LetterFilter State { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid? after, CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(after, ct);
    }

    public Task<IActionResult> OnPostResendAsync(Guid letter, [FromServices] ResendLetter resend, CancellationToken ct) =>
        TryAsync(_ => resend.RunAsync(letter, ct), "resent", ct);

    public Task<IActionResult> OnPostCallBackAsync(Guid letter, [FromServices] CallBackLetter callBack, CancellationToken ct) =>
        TryAsync(actor => callBack.RunAsync(letter, actor, ct), "called-back", ct);

    private async Task<IActionResult> TryAsync(Func<Actor, Task> act, string done, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        try
        {
            await act(actor);
            return RedirectToPage(new { done, state = State is LetterFilter.All ? null : State.ToString() });
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            return await ShowAsync(null, ct);
        }
    }

    private async Task<IActionResult> ShowAsync(Guid? after, CancellationToken ct)
    {
        var last = after is { } id ? await letters.FindAsync(id, ct) : null;
        var rows = await letters.ReadAsync(State, last, PageSize + 1, ct);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
        Stuck = await letters.CountStuckAsync(ct);
        return Page();
    }
}
