using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Settings;

namespace Zhizhuxia.Web.Admin;

/// <summary>改动记录: every change of the settings, and whether the chain is whole.</summary>
[Authorize(Policies.Administrate)]
public sealed class SettingHistoryModel(PortalDb db) : AdminPage
{
    private const int PageSize = 30;

    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    public int Total { get; private set; }

    public int? BrokenAt { get; private set; }

    /// <summary>Number of the last change when more follow.</summary>
    public int? Next { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await db.SettingChanges.AsNoTracking().OrderBy(change => change.Number).ToListAsync(ct); // a newsroom changes its settings seldom
        (Total, BrokenAt) = (all.Count, SettingChange.BrokenAt(all));
        var shown = all.Where(change => Before is not { } before || change.Number < before).Reverse().Take(PageSize + 1).ToList();
        Changes = [.. shown.Take(PageSize)];
        Next = shown.Count > PageSize ? Changes[^1].Number : null;
    }
}
