using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Publishing;
using Zhizhuxia.Web.Shared;

namespace Zhizhuxia.Web.Account;

/// <summary>The person's own second factor: bind an authenticator app, see what is bound, draw new recovery codes, move to another phone.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class EnrolModel(UserManager<Editor> editors, EditorSignIn signIn, SecondFactor factor, AccountRecord record, IOptions<SiteOptions> site, IOptions<AccountsOptions> options)
    : AccountPage
{
    [BindProperty]
    public string? Code { get; set; }

    public Editor Person { get; private set; } = null!;

    /// <summary>This person may do nothing else before.</summary>
    public bool Must => options.Value.MustEnrol(Person);

    public HtmlString? Qr { get; private set; }

    public string? ManualKey { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (Person.TwoFactorEnabled)
            return RedirectToPage();
        if (await factor.EnableAsync(Person, Code) is not { } codes)
            return await ShowAsync("验证码不对。请确认手机的时间是自动的，等换出新的验证码再试。");
        await signIn.RefreshSignInAsync(Person);
        await record.AddAsync(AccountEventKind.AppBound, Person, null, ct);
        NewCodes = codes;
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (!Person.TwoFactorEnabled || await factor.UseAsync(Person, Code) is null)
            return await ShowAsync("验证码不对，或者已经用过了。");
        NewCodes = await factor.RenewRecoveryCodesAsync(Person);
        await record.AddAsync(AccountEventKind.RecoveryCodesRenewed, Person, null, ct);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (!Person.TwoFactorEnabled || await factor.UseAsync(Person, Code) is null)
            return await ShowAsync("验证码不对，或者已经用过了。");
        await factor.ResetAsync(Person);
        await record.AddAsync(AccountEventKind.AppRemoved, Person, "换一部手机", ct);
        await signIn.RefreshSignInAsync(Person);
        return RedirectToPage();
    }

    private async Task LoadAsync() => Person = await editors.GetUserAsync(User) ?? throw new Submissions.RefusedException("not-found");

    private async Task<IActionResult> ShowAsync(string? refusal = null)
    {
        await LoadAsync();
        Refusal = refusal;
        ModelState.Clear();
        RecoveryCodesLeft = await factor.RecoveryCodesLeftAsync(Person);
        if (Person.TwoFactorEnabled)
            return Page();
        var secret = await factor.SecretAsync(Person);
        ManualKey = OneTimeCode.ManualKey(secret);
        Qr = new HtmlString(QrCode.Svg(OneTimeCode.Address(secret, site.Value.Name, Person.Email!)));
        return Page();
    }
}
