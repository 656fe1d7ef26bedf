using Microsoft.AspNetCore.Authentication.Cookies;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// Over https a cookie's name begins with <c>__Host-</c>, so that the browser takes it only Secure, for this host alone and its whole path
/// (RFC 6265bis §4.1.3.2). Plain http, for one machine's own use, cannot have that.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
