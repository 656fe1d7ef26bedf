using Zhizhuxia.Storage;

namespace Zhizhuxia.Web;

/// <summary>What a browser is told about every answer (security §3).</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = PolicyWith(app.Services.GetRequiredService<IBlobStore>().Origin is { } origin ? $" {origin}" : "");
        app.Use((context, next) => Add(context, policy, next));
    }

    /// <param name="store">From where films come too; empty: from here only.</param>
    private static string PolicyWith(string store) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:{store}; font-src 'self'; "
        + $"connect-src 'self'{store}; worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static Task Add(HttpContext context, string policy, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        context.Response.OnStarting(static state =>
        {
            var response = ((HttpContext)state).Response;
            if (response.Headers.CacheControl.Count == 0)
                response.Headers.CacheControl = "no-store"; // private unless an endpoint says otherwise
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    /// <summary>Refuses unsafe requests that another site's page has sent (Sec-Fetch-Site, else Origin).</summary>
    public static void UseSameOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOurs(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"),
        _ => false,
    };
}
