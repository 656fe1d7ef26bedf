using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Zhizhuxia.Web.Account;

/// <summary>E-mail and password. The code of the second factor is asked for on its own page.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class LoginModel(TryPassword attempt, EditorSignIn signIn, HalfSignIn half) : AccountPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What happened before, e.g. after a password was set.</summary>
    [TempData]
    public string? Done { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated is true ? LocalRedirect("/account") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await attempt.RunAsync(Email, Password, ct) is not { } editor)
            return Refuse("邮箱或密码不对。连续输错 6 次，账号会锁定 15 分钟。");
        if (editor.TwoFactorEnabled)
        {
            await half.BeginAsync(editor);
            return RedirectToPage("Code", new { ReturnUrl });
        }
        await signIn.SignInAsync(editor, isPersistent: false);
        return GoOn(editor);
    }
}
