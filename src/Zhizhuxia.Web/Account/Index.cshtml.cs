using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>我的账号: who I am here, how I sign in, and whether I am written to.</summary>
public sealed class IndexModel(UserManager<Editor> editors, IOptions<MailOptions> mail) : AccountPage
{
    public Editor Person { get; private set; } = null!;

    /// <summary>Pieces may wait for this person.</summary>
    public bool Reviews => Actor.Of(Person).Reviews && mail.Value.DigestAt.Length > 0;

    /// <summary>For example "08:30、15:30".</summary>
    public string DigestAt => string.Join('、', mail.Value.DigestAt.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync() => Person = await editors.GetUserAsync(User) ?? throw new RefusedException("not-found");

    public async Task<IActionResult> OnPostDigestAsync(bool on)
    {
        await OnGetAsync();
        Person.DigestOff = !on;
        await editors.UpdateAsync(Person);
        Done = on ? "摘要重新打开了。" : "摘要关掉了，不会再发给您。";
        return RedirectToPage();
    }
}
