using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>The code of the second factor, after the password.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class CodeModel(HalfSignIn half, SecondFactor factor, Passkeys passkeys, AccountRecord record) : AccountPage
{
    private const string Use = "second";

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Who has given the password.</summary>
    public Editor Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Anew();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync())
            return Anew();
        if (await factor.UseAsync(Person, Code) is not { } proof)
        {
            await record.AddAsync(AccountEventKind.SignInFailed, Person, "密码对，验证码或恢复码不对", ct);
            return Refuse(Person.TwoFactorEnabled
                ? "验证码不对，或者已经用过了。请等手机上换出新的验证码再试；恢复码每个只能用一次。"
                : "恢复码不对，或者已经用过了：每个恢复码只能用一次。请换一个；都用完了，请管理员帮您重置。");
        }
        await half.EndAsync();
        return await ComeInAsync(Person, proof is SecondProof.RecoveryCode ? "密码和恢复码" : "密码和验证码", ct);
    }

    public async Task<IActionResult> OnGetPasskeyAsync() => await LoadAsync() ? Content(await passkeys.AskAsync(Use, Person), "application/json") : NotFound();

    public async Task<IActionResult> OnPostPasskeyAsync([FromForm] string? credential, CancellationToken ct)
    {
        if (!await LoadAsync())
            return Anew();
        if (await passkeys.UseAsync(Use, credential) is not { } owner || owner.Editor.Id != Person.Id)
        {
            await record.AddAsync(AccountEventKind.SignInFailed, Person, "密码对，通行密钥不对", ct);
            return Refuse("这个通行密钥在这里用不了。请换一个，或者输入验证码、恢复码。");
        }
        await half.EndAsync();
        return await ComeInAsync(Person, $"密码和通行密钥“{owner.KeyName}”", ct);
    }

    private async Task<bool> LoadAsync()
    {
        if (await half.FindAsync() is not { } editor)
            return false;
        Person = editor;
        return true;
    }

    private RedirectToPageResult Anew() => RedirectToPage("Login", new { ReturnUrl });
}
