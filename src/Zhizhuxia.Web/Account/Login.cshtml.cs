using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>A passkey, which says who it is by itself; or e-mail and password, and the second factor on its own page.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class LoginModel(TryPassword attempt, HalfSignIn half, Passkeys passkeys, AccountRecord record) : AccountPage
{
    internal const string NotOurs = "这个通行密钥在这里用不了：可能已经删掉，或者不是在这个网站建的。请用密码登录。";
    private const string Use = "sign-in";

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
        if (editor.HasSecondFactor)
        {
            await half.BeginAsync(editor);
            return RedirectToPage("Code", new { ReturnUrl });
        }
        return await ComeInAsync(editor, "密码", ct);
    }

    /// <summary>What the page's script needs to ask for a passkey.</summary>
    public async Task<IActionResult> OnGetPasskeyAsync() => Content(await passkeys.AskAsync(Use, null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential, CancellationToken ct)
    {
        if (await passkeys.UseAsync(Use, credential) is { } owner)
            return await ComeInAsync(owner.Editor, $"通行密钥“{owner.KeyName}”", ct);
        await record.AddAsync(AccountEventKind.SignInFailed, null, "通行密钥不认识，或者已经删掉", ct);
        return Refuse(NotOurs);
    }
}
