using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web.Admin;

/// <summary>账号记录: who came in and who could not, and what was changed by whom; the newest first.</summary>
[Authorize(Policies.Administrate)]
public sealed class RecordModel(PortalDb db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Only this person's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    /// <summary>Only what is older than this line.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>Of <see cref="Person"/>.</summary>
    public string? Name { get; private set; }

    public IReadOnlyList<AccountEvent> Lines { get; private set; } = [];

    /// <summary>The <see cref="Before"/> of the next page; null on the last.</summary>
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = db.AccountEvents.AsNoTracking();
        if (Person is { } person)
        {
            lines = lines.Where(line => line.EditorId == person);
            Name = await db.Users.Where(editor => editor.Id == person).Select(editor => editor.DisplayName).SingleOrDefaultAsync(ct);
        }
        if (Before is { } before && await db.AccountEvents.AsNoTracking().SingleOrDefaultAsync(line => line.Id == before, ct) is { } last)
            lines = lines.Where(line => line.At < last.At || (line.At == last.At && line.Id < last.Id));
        var read = await lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(PageSize + 1).ToListAsync(ct);
        Lines = [.. read.Take(PageSize)];
        Next = read.Count > PageSize ? Lines[^1].Id : null;
    }
}
