using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>What the account pages share: one sentence of refusal, and where to go when done.</summary>
public abstract class AccountPage : PageModel
{
    /// <summary>Where the person wanted to go; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why it was not done; null if nothing is wrong.</summary>
    public string? Refusal { get; protected set; }

    protected PageResult Refuse(string sentence)
    {
        Refusal = sentence;
        return Page();
    }

    protected PageResult Refuse(IdentityResult result) => Refuse(string.Join(' ', result.Errors.Select(error => error.Description).Distinct()));

    /// <summary>Begins the person's session and leads on.</summary>
    /// <param name="way">How they showed who they are, in words.</param>
    protected async Task<LocalRedirectResult> ComeInAsync(Editor editor, string way, CancellationToken ct)
    {
        var services = HttpContext.RequestServices;
        await services.GetRequiredService<EditorSignIn>().SignInAsync(editor, isPersistent: false);
        await services.GetRequiredService<AccountRecord>().AddAsync(AccountEventKind.SignedIn, editor, way, ct);
        return GoOn(editor);
    }

    /// <summary>Enrolment if this person must; else the address that was asked for, or the room where this person works.</summary>
    protected LocalRedirectResult GoOn(Editor editor)
    {
        var asked = Url.IsLocalUrl(ReturnUrl) && ReturnUrl is not "/desk" ? ReturnUrl : null; // not everybody has a queue
        var to = asked ?? RoomOf(editor);
        var options = HttpContext.RequestServices.GetRequiredService<IOptions<AccountsOptions>>().Value;
        return LocalRedirect(options.MustEnrol(editor) ? $"{Enrolment.Address}?returnUrl={Uri.EscapeDataString(to)}" : to);
    }

    private static string RoomOf(Editor editor) => editor.Roles switch
    {
        var roles when roles.Any(role => role is Role.Editor1 or Role.Editor2 or Role.Editor3 or Role.Publisher) => "/desk",
        var roles when roles.Contains(Role.Administrator) => "/desk/editors",
        _ => "/account",
    };
}
