using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>Between password and code: a cookie of five minutes that names the person and opens nothing.</summary>
public sealed class HalfSignIn(UserManager<Editor> editors, IHttpContextAccessor http)
{
    private const string Scheme = "Identity.TwoFactorUserId";
    private const string Stamp = "stamp";

    private HttpContext Context => http.HttpContext!;

    public Task BeginAsync(Editor editor) => Context.SignInAsync(Scheme, new(new ClaimsIdentity(
        [new(ClaimTypes.Name, editor.Id.ToString()), new(Stamp, editor.SecurityStamp!)], Scheme)));

    /// <summary>Who has given the password; null if nobody, or if the account has changed since.</summary>
    public async Task<Editor?> FindAsync()
    {
        var half = (await Context.AuthenticateAsync(Scheme)).Principal;
        if (half?.FindFirstValue(ClaimTypes.Name) is not { } id || await editors.FindByIdAsync(id) is not { Disabled: false } editor)
            return null;
        return half.FindFirstValue(Stamp) == editor.SecurityStamp ? editor : null;
    }

    public Task EndAsync() => Context.SignOutAsync(Scheme);
}
