using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Accounts;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>值班表: who stands in for whom at which level, now and soon.</summary>
[Authorize(Policies.Roster)]
public sealed class RosterModel(CurrentActor current, ReadRoster roster, EndLending end, UserManager<Editor> editors, AccountRecord record) : PageModel
{
    private Actor _actor = Actor.Reader;

    public IReadOnlyList<RosterRow> Rows { get; private set; } = [];

    public bool MayLend => DutyRoster.MayLend(_actor.Own);

    public string? Refusal { get; private set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>Whoever may lend, and who stands in themselves.</summary>
    public bool MayEnd(RosterRow row) => MayLend || row.Lending.EditorId == _actor.EditorId;

    public async Task OnGetAsync(CancellationToken ct)
    {
        _actor = await current.GetAsync(ct);
        Rows = await roster.RunAsync(ct);
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Guid id, CancellationToken ct)
    {
        try
        {
            var ended = await end.RunAsync(await current.GetAsync(ct), id, ct);
            var colleague = await editors.FindByIdAsync(ended.EditorId.ToString());
            await record.AddAsync(AccountEventKind.LendingEnded, colleague, $"代{ended.Role.Level}", ct);
            Done = $"{colleague?.DisplayName}不再代{ended.Role.Level}。已经审过的仍然算数。";
            return RedirectToPage();
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Refusal = RefusalTexts.Of(refused);
            Response.StatusCode = Refusals.StatusOf(refused);
            await OnGetAsync(ct);
            return Page();
        }
    }
}
