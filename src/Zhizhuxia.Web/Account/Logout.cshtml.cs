using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>Signs out here and, by a new security stamp, everywhere within a minute.</summary>
public sealed class LogoutModel(UserManager<Editor> editors, EditorSignIn signIn, AccountRecord record) : PageModel
{
    /// <summary>A link cannot sign anybody out.</summary>
    public IActionResult OnGet() => LocalRedirect("/account");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await editors.GetUserAsync(User) is { } editor)
        {
            await editors.UpdateSecurityStampAsync(editor);
            await record.AddAsync(AccountEventKind.SignedOut, editor, null, ct);
        }
        await signIn.SignOutAsync();
        return LocalRedirect("/account/login");
    }
}
