using Microsoft.AspNetCore.Routing.Template;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web;

/// <summary>
/// Where an address leads that no endpoint has. It takes every method, so that a known address asked by the wrong one ends here too: a program is then
/// told which it takes.
/// </summary>
internal static class Nowhere
{
    public static void MapNowhere(this WebApplication app) =>
        app.MapFallback("{*path}", AnswerAsync).AllowAnonymous(); // a mistyped address is no request to sign in

    private static Task AnswerAsync(HttpContext context, EndpointDataSource endpoints)
    {
        if (!Refusals.IsForPrograms(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var methods = endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => Fits(endpoint, context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (methods.Length > 0)
            context.Response.Headers.Allow = string.Join(", ", methods);
        return Refusals.AnswerAsync(context, new RefusedException(methods.Length > 0 ? "method-not-allowed" : "not-found"), context.RequestAborted);
    }

    /// <summary>Endpoints for whatever is left are none of it.</summary>
    private static bool Fits(RouteEndpoint endpoint, PathString path) =>
        endpoint.RoutePattern.PathSegments is [{ IsSimple: true, Parts: [{ IsLiteral: true }] }, ..] && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
