using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>One person: roles, on and off, second factor, a new password link.</summary>
[Authorize(Policies.Administrate)]
[RecentlyConfirmed]
public sealed class PersonModel(UserManager<Editor> editors, ChangeEditor change, InviteEditor invite, SecondFactor factor, Passkeys passkeys, AccountRecord record) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IReadOnlyList<Role> Roles { get; set; } = [];

    public Editor Person { get; private set; } = null!;

    public string? Link { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task OnPostRolesAsync(CancellationToken ct)
    {
        Role[] roles = [.. Roles.Distinct().Order()];
        if (roles.Length == 0)
            Refusal = "请至少留一个角色；不再工作的同事请停用。";
        else
            await TryAsync(() => ChangeAsync(person => person.Roles = roles, ct), "角色已经改好，一分钟内生效。");
        await LoadAsync();
    }

    public async Task OnPostSwitchAsync(bool off, CancellationToken ct)
    {
        await TryAsync(() => ChangeAsync(person => person.Disabled = off, ct), off ? "已停用。此人在一分钟内退出。" : "已恢复。");
        await LoadAsync();
    }

    public async Task OnPostResetAsync(CancellationToken ct)
    {
        await LoadAsync();
        await factor.ResetAsync(Person);
        await passkeys.RemoveAllAsync(Person);
        await record.AddAsync(AccountEventKind.FactorsReset, Person, null, ct);
        Done = "两步验证已解除。需要它的角色，下次登录时重新设。";
    }

    public async Task OnPostLinkAsync(CancellationToken ct)
    {
        await LoadAsync();
        Link = await invite.RunAsync(Me, Person, $"{Request.Scheme}://{Request.Host}", ct);
    }

    private async Task ChangeAsync(Action<Editor> act, CancellationToken ct)
    {
        var result = await change.RunAsync(Me, Id, act, ct);
        Refusal = result.Succeeded ? null : result.Errors.First().Description;
    }

    private async Task LoadAsync()
    {
        Person = await editors.FindByIdAsync(Id.ToString()) ?? throw new RefusedException("not-found");
        Roles = Person.Roles;
    }
}
