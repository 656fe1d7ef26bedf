using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Zhizhuxia.Web.Account;

/// <summary>The code of the second factor, after the password.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class CodeModel(EditorSignIn signIn, HalfSignIn half, SecondFactor factor) : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await half.FindAsync() is null ? RedirectToPage("Login", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await half.FindAsync() is not { } editor)
            return RedirectToPage("Login", new { ReturnUrl });
        if (!await factor.UseAsync(editor, Code))
            return Refuse("验证码不对，或者已经用过了。请等手机上换出新的验证码再试。");
        await half.EndAsync();
        await signIn.SignInAsync(editor, isPersistent: false);
        return GoOn(editor);
    }
}
