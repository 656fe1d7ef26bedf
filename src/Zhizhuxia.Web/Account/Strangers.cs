using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>What someone gets who may not open an address: a page leads to sign-in; everything else, and what another role may open, is not there.</summary>
internal static class Strangers
{
    public static Task ToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        NotEvenHere(request);
        if (request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = "/account/login";
        }
        else if (HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public static Task NotThereAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        NotEvenHere(context.Request);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>A film one may not see answers word for word as a film that is missing.</summary>
    private static void NotEvenHere(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/media"))
            throw new RefusedException("not-found");
    }
}
