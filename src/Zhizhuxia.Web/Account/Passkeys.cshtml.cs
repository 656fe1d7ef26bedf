using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>The person's own passkeys: add, rename, remove; and recovery codes for the day when none is at hand.</summary>
[RecentlyConfirmed]
[EnableRateLimiting(Limits.SignIn)]
public sealed class PasskeysModel(UserManager<Editor> editors, Passkeys passkeys, SecondFactor factor, EditorSignIn signIn, AccountRecord record) : AccountPage
{
    public Editor Person { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    /// <summary>What the page's script needs to make a passkey.</summary>
    public async Task<IActionResult> OnGetAddAsync()
    {
        await LoadAsync();
        return Content(await passkeys.AskToMakeAsync(Person), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync([FromForm] string? credential, CancellationToken ct)
    {
        await LoadAsync();
        var name = BrowserWords.Of(Request.Headers.UserAgent);
        if (!await passkeys.AddAsync(Person, credential, name))
            return await ShowAsync("没有加成。可能等得太久了，请再试一次；一个账号最多 10 个通行密钥。");
        await signIn.RefreshSignInAsync(Person);
        await record.AddAsync(AccountEventKind.PasskeyAdded, Person, name, ct);
        Done = "加好了。下次登录点“用通行密钥登录”就行。";
        if (await factor.RecoveryCodesLeftAsync(Person) > 0)
            return RedirectToPage(new { ReturnUrl });
        NewCodes = await factor.RenewRecoveryCodesAsync(Person);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRenameAsync([FromForm] string? id, [FromForm] string? name)
    {
        await LoadAsync();
        if (KeyName.Read(name) is not { } read)
            return await ShowAsync($"名字请写 1–{Passkeys.LongestName} 个字。");
        if (!await passkeys.RenameAsync(Person, IdOf(id), read))
            return await ShowAsync("没有这个通行密钥了。");
        Done = "名字改好了。";
        return RedirectToPage(new { ReturnUrl });
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] string? id, CancellationToken ct)
    {
        await LoadAsync();
        if (await passkeys.RemoveAsync(Person, IdOf(id)) is not { } name)
            return await ShowAsync("没有这个通行密钥了。");
        await signIn.RefreshSignInAsync(Person);
        await record.AddAsync(AccountEventKind.PasskeyRemoved, Person, name, ct);
        Done = $"“{name}”删掉了。";
        return RedirectToPage(new { ReturnUrl });
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (!Person.HasSecondFactor)
            return RedirectToPage();
        NewCodes = await factor.RenewRecoveryCodesAsync(Person);
        await record.AddAsync(AccountEventKind.RecoveryCodesRenewed, Person, null, ct);
        return await ShowAsync();
    }

    private async Task LoadAsync() => Person = await editors.GetUserAsync(User) ?? throw new RefusedException("not-found");

    private async Task<IActionResult> ShowAsync(string? refusal = null)
    {
        await LoadAsync();
        Refusal = refusal;
        ModelState.Clear();
        Keys = await passkeys.OfAsync(Person);
        RecoveryCodesLeft = await factor.RecoveryCodesLeftAsync(Person);
        return Page();
    }

    private static byte[] IdOf(string? id) => Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];
}
