using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// What the server must remember between asking for a passkey and hearing of it: in a sealed cookie of five minutes, one for each use, so that
/// a page that signs in cannot be answered with what was asked for elsewhere. It is taken once.
/// </summary>
public sealed class PasskeyChallenge(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly HostCookies _cookies = new();

    private HttpContext Context => http.HttpContext!;

    /// <param name="use">For example <c>sign-in</c>; part of the cookie's name.</param>
    /// <param name="state">As Identity made it.</param>
    public void Keep(string use, string? state) => _cookies.AppendResponseCookie(Context, NameOf(use), SealOf(use).Protect(state ?? "", Lifetime), Options());

    /// <returns>Null if nothing was asked for, or too long ago.</returns>
    public string? Take(string use)
    {
        if (_cookies.GetRequestCookie(Context, NameOf(use)) is not { } sealedState)
            return null;
        _cookies.DeleteCookie(Context, NameOf(use), Options());
        try
        {
            return SealOf(use).Unprotect(sealedState);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector SealOf(string use) => protection.CreateProtector("zhizhuxia.passkeys", use).ToTimeLimitedDataProtector();

    private CookieOptions Options() => new() { Path = "/", HttpOnly = true, Secure = Context.Request.IsHttps, SameSite = SameSiteMode.Strict, MaxAge = Lifetime };

    private static string NameOf(string use) => $"zzx-key-{use}";
}
