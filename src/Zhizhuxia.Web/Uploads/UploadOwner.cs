using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Web.Uploads;

/// <summary>
/// The browser that uploads: known by a random HttpOnly cookie; the database holds its SHA-256 only. Whoever does not have it does not
/// find the upload.
/// </summary>
internal static class UploadOwner
{
    public const string Cookie = "zzx-upload";
    private const int Bits = 256;
    private const int MarkLength = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>SHA-256 of the cookie, lower-case hex; null if the browser has none.</summary>
    public static string? Of(HttpRequest request) =>
        request.HttpContext.Items[Cookie] as string ?? (request.Cookies[Cookie] is { } value && value.Length == Base64Url.GetEncodedLength(Bits / 8) ? HashOf(value) : null);

    /// <summary>As <see cref="Of"/>; a browser without the cookie gets one with this answer.</summary>
    public static string Ensure(HttpContext context)
    {
        if (Of(context.Request) is { } known)
            return known;
        var value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bits / 8));
        Give(context, value);
        var hash = HashOf(value);
        context.Items[Cookie] = hash; // from now on the browser has it, also within this request
        return hash;
    }

    /// <summary>
    /// Tells a page of films whether what it keeps is still this browser's: the cookie may be gone while the page's own memory is not. So the browser has its
    /// cookie before it announces a film (one whose answer is lost would belong to nobody), and keeps it from the last visit on.
    /// </summary>
    public static string MarkOf(HttpContext context)
    {
        var hash = Ensure(context);
        if (context.Request.Cookies[Cookie] is { } value && HashOf(value) == hash)
            Give(context, value);
        return hash[..MarkLength];
    }

    private static void Give(HttpContext context, string value) => context.Response.Cookies.Append(Cookie, value, new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Kept, IsEssential = true,
    });

    private static string HashOf(string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)));
}
