using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>The first administrator, by the code on the console; not there once the newsroom has anybody.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class FirstModel(
    FirstAdministrator first, UserManager<Editor> editors, IOptions<AccountsOptions> options, TimeProvider clock) : AccountPage
{
    private Editor _person = new() { Roles = [Role.Administrator] };

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    public int Shortest => options.Value.ShortestPassword(_person);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await first.IsWantedAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await first.IsWantedAsync(ct))
            return NotFound();
        if (PersonName.Read(Name) is not { } name)
            return Refuse(PersonName.Rule);
        _person = new()
        {
            UserName = Email?.Trim(), Email = Email?.Trim(), DisplayName = name, Roles = [Role.Administrator], CreatedAt = clock.GetUtcNow(), LockoutEnabled = true,
        };
        var created = IdentityResult.Failed();
        if (!await first.UseAsync(Code, async () => (created = await editors.CreateAsync(_person, Wanted ?? "")).Succeeded, ct))
            return Refuse("一次性口令不对。它印在服务器的控制台上；重新启动会换一个新的。");
        if (!created.Succeeded)
            return Refuse(created);
        return await ComeInAsync(_person, "第一位管理员，一次性口令", ct);
    }
}
