using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>Step-up: the password once more before people and roles are changed (security §3).</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class ConfirmModel(UserManager<Editor> editors, TryPassword attempt, EditorSignIn signIn) : AccountPage
{
    [BindProperty]
    public string? Password { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var editor = await editors.GetUserAsync(User);
        if (await attempt.RunAsync(editor?.Email, Password, ct) is not { } found)
            return Refuse("密码不对。连续输错 6 次，账号会锁定 15 分钟。");
        await signIn.ConfirmAsync(found);
        return GoOn(found);
    }
}
