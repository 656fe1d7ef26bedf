using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web;

/// <summary>
/// How a rule's "no" leaves the house: problem+json with a stable <c>code</c> and a Chinese <c>detail</c> for programs, a page for people.
/// </summary>
internal static class Refusals
{
    private const string Item = "zhizhuxia.refusal";

    /// <summary>Codes that are not 409.</summary>
    private static readonly Dictionary<string, int> Statuses = new()
    {
        ["not-found"] = StatusCodes.Status404NotFound,
    };

    public static void AddRefusals(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<Handler>();
    }

    public static void UseRefusals(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler(failed => failed.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError; // ours; the page says so
            return Task.CompletedTask;
        }));
    }

    public static int StatusOf(RefusedException refused) => Statuses.GetValueOrDefault(refused.Code, StatusCodes.Status409Conflict);

    public static ProblemDetails Problem(RefusedException refused) => new()
    {
        Type = $"urn:zhizhuxia:{refused.Code}",
        Title = refused.Code,
        Status = StatusOf(refused),
        Detail = RefusalTexts.Of(refused),
        Extensions = { ["code"] = refused.Code },
    };

    /// <summary>The sentence to show on the error page.</summary>
    public static string? SentenceOf(HttpContext context) => context.Items[Item] as string;

    private sealed class Handler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (exception is not RefusedException refused)
                return false;
            httpContext.Response.StatusCode = StatusOf(refused);
            if (WantsHtml(httpContext.Request))
                httpContext.Items[Item] = RefusalTexts.Of(refused);
            else
                await httpContext.Response.WriteAsJsonAsync(Problem(refused), options: null, "application/problem+json", cancellationToken);
            return true;
        }

        private static bool WantsHtml(HttpRequest request) =>
            !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/files")
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
    }
}
