using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>Step-up: passkey or password once more before people, roles and keys are changed (security §3).</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class ConfirmModel(UserManager<Editor> editors, TryPassword attempt, Passkeys passkeys, EditorSignIn signIn) : AccountPage
{
    private const string Use = "confirm";

    [BindProperty]
    public string? Password { get; set; }

    public Editor Person { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (await attempt.RunAsync(Person.Email, Password, ct) is not { } found)
            return Refuse("密码不对。连续输错 6 次，账号会锁定 15 分钟。");
        await signIn.ConfirmAsync(found);
        return GoOn(found);
    }

    public async Task<IActionResult> OnGetPasskeyAsync()
    {
        await LoadAsync();
        return Content(await passkeys.AskAsync(Use, Person), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential)
    {
        await LoadAsync();
        if (await passkeys.UseAsync(Use, credential) is not { } owner || owner.Editor.Id != Person.Id)
            return Refuse("这个通行密钥在这里用不了。请换一个，或者输入密码。");
        await signIn.ConfirmAsync(owner.Editor);
        return GoOn(owner.Editor);
    }

    private async Task LoadAsync() => Person = await editors.GetUserAsync(User) ?? throw new RefusedException("not-found");
}
