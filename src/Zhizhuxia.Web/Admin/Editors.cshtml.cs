using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>编辑: who works here, and a place for a new colleague.</summary>
[Authorize(Policies.Administrate)]
[RecentlyConfirmed]
public sealed class EditorsModel(UserManager<Editor> editors, InviteEditor invite, PortalDb db, TimeProvider clock) : AdminPage
{
    public IReadOnlyList<Editor> People { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public IReadOnlyList<Role> Roles { get; set; } = [];

    /// <summary>The new colleague's link, shown once.</summary>
    public string? Link { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (PersonName.Read(Name) is not { } name)
            Refusal = PersonName.Rule;
        else if (Roles.Count == 0)
            Refusal = "请至少选一个角色。";
        else
            await CreateAsync(name, ct);
        await LoadAsync(ct);
        return Page();
    }

    private async Task CreateAsync(string name, CancellationToken ct)
    {
        var address = Email?.Trim();
        var editor = new Editor
        {
            UserName = address, Email = address, DisplayName = name, Roles = [.. Roles.Distinct().Order()], CreatedAt = clock.GetUtcNow(), LockoutEnabled = true,
        };
        var created = await editors.CreateAsync(editor);
        if (!created.Succeeded)
        {
            Refusal = string.Join(' ', created.Errors.Select(error => error.Description).Distinct());
            return;
        }
        Link = await invite.RunAsync(Me, editor, $"{Request.Scheme}://{Request.Host}", ct);
        Done = $"已为{name}建好账号。";
        (Name, Email, Roles) = (null, null, []);
        ModelState.Clear();
    }

    private async Task LoadAsync(CancellationToken ct) =>
        People = await db.Users.AsNoTracking().OrderBy(editor => editor.Disabled).ThenBy(editor => editor.CreatedAt).ToListAsync(ct);
}
