using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>A new password, with the present one. All other sessions of the person end.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class ChangePasswordModel(UserManager<Editor> editors, TryPassword attempt, EditorSignIn signIn, AccountRecord record, IOptions<AccountsOptions> options) : AccountPage
{
    [BindProperty]
    public string? Present { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    [TempData]
    public string? Done { get; set; }

    public int Shortest { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var editor = await LoadAsync();
        if (await attempt.RunAsync(editor.Email, Present, ct) is not { } found)
            return Refuse("现在的密码不对。连续输错 6 次，账号会锁定 15 分钟。");
        var changed = await editors.ChangePasswordAsync(found, Present ?? "", Wanted ?? "");
        if (!changed.Succeeded)
            return Refuse(changed);
        await signIn.RefreshSignInAsync(found);
        await record.AddAsync(AccountEventKind.PasswordSet, found, "本人修改", ct);
        Done = "密码已经换好。其他设备上的登录在一分钟内失效。";
        return RedirectToPage("Index");
    }

    private async Task<Editor> LoadAsync()
    {
        var editor = await editors.GetUserAsync(User) ?? throw new Submissions.RefusedException("not-found");
        Shortest = options.Value.ShortestPassword(editor);
        return editor;
    }
}
