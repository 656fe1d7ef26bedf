using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>栏目: seasonal, they open and close.</summary>
[Authorize(Policies.Administrate)]
public sealed class ColumnsModel(ArrangeColumns arrange, CurrentActor current, PortalDb db) : AdminPage
{
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Motto { get; set; }

    [BindProperty]
    public bool Open { get; set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        var by = await current.GetAsync(ct);
        await TryAsync(() => arrange.AddAsync(Name, Motto, by, ct), "栏目已经开好，编辑可以选它了。");
        await LoadAsync(ct);
    }

    public async Task OnPostChangeAsync(Guid id, CancellationToken ct)
    {
        var by = await current.GetAsync(ct);
        await TryAsync(() => arrange.ChangeAsync(id, Name, Motto, Open, by, ct), "已保存。");
        await LoadAsync(ct);
    }

    public async Task OnPostMoveAsync(Guid id, int by, CancellationToken ct)
    {
        await arrange.MoveAsync(id, by, await current.GetAsync(ct), ct);
        await LoadAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what a refused change left behind is not shown
        Columns = await db.Columns.AsNoTracking().OrderBy(column => column.Position).ThenBy(column => column.Id).ToListAsync(ct);
    }
}
