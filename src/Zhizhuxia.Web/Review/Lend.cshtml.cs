using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Accounts;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>请人代审: a level lent to a colleague for a time. A change of roles, so it is confirmed like one.</summary>
[Authorize(Policies.Lend)]
[RecentlyConfirmed]
public sealed class LendModel(CurrentActor current, ReadRoster roster, LendLevel lend, AccountRecord record, TimeProvider clock) : PageModel
{
    [BindProperty]
    public LendForm Form { get; set; } = new();

    public IReadOnlyList<Editor> Candidates { get; private set; } = [];

    public string? Refusal { get; private set; }

    [TempData]
    public string? Done { get; set; }

    /// <param name="role">The level that is wanted, where a piece needs it.</param>
    public async Task OnGetAsync(Role? role, CancellationToken ct)
    {
        var today = Beijing.Local(clock.GetUtcNow());
        var hour = today.Date.AddHours(today.Hour);
        Form = new() { Role = role, From = hour, Until = today.Date.AddDays(7).AddHours(18) };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        try
        {
            var me = await current.EditorAsync(ct);
            var lent = await lend.RunAsync(me.Id, Form.ToOrder(clock.GetUtcNow()), ct);
            var colleague = Candidates.First(person => person.Id == lent.EditorId);
            await record.AddAsync(AccountEventKind.LevelLent, colleague, $"代{lent.Role.Level}，{Beijing.Minute(lent.From)} 到 {Beijing.Minute(lent.Until)}", ct);
            Done = $"{colleague.DisplayName}从 {Beijing.Minute(lent.From)} 到 {Beijing.Minute(lent.Until)} 代{lent.Role.Level}。";
            return RedirectToPage("Roster");
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Refusal = RefusalTexts.Of(refused);
            ModelState.Clear();
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken ct) => Candidates = await roster.CandidatesAsync((await current.EditorAsync(ct)).Id, ct);
}
