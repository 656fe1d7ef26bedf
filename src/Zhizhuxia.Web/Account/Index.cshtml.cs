using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>我的账号: who I am here, how I sign in, and whether I am written to.</summary>
public sealed class IndexModel(UserManager<Editor> editors, Passkeys passkeys, SecondFactor factor, PortalDb db, IOptions<MailOptions> mail) : AccountPage
{
    private const int Remembered = 8;

    public Editor Person { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    /// <summary>Who came in by this account of late, and who could not; the newest first.</summary>
    public IReadOnlyList<AccountEvent> LastSignIns { get; private set; } = [];

    /// <summary>Pieces may wait for this person.</summary>
    public bool Reviews => Actor.Of(Person).Reviews && mail.Value.DigestAt.Length > 0;

    /// <summary>For example "08:30、15:30".</summary>
    public string DigestAt => string.Join('、', mail.Value.DigestAt.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync();
        Passkeys = (await passkeys.OfAsync(Person)).Count;
        RecoveryCodesLeft = await factor.RecoveryCodesLeftAsync(Person);
        LastSignIns = await db.AccountEvents.AsNoTracking()
            .Where(line => line.EditorId == Person.Id && (line.Kind == AccountEventKind.SignedIn || line.Kind == AccountEventKind.SignInFailed || line.Kind == AccountEventKind.LockedOut))
            .OrderByDescending(line => line.At).Take(Remembered).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostDigestAsync(bool on)
    {
        await LoadAsync();
        Person.DigestOff = !on;
        await editors.UpdateAsync(Person);
        Done = on ? "摘要重新打开了。" : "摘要关掉了，不会再发给您。";
        return RedirectToPage();
    }

    private async Task LoadAsync() => Person = await editors.GetUserAsync(User) ?? throw new RefusedException("not-found");
}
