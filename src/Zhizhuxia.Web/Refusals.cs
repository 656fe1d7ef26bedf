using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
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
        ["receipt-unknown"] = StatusCodes.Status404NotFound,
        ["answer-link-dead"] = StatusCodes.Status404NotFound,
        ["length-invalid"] = StatusCodes.Status400BadRequest,
        ["metadata-invalid"] = StatusCodes.Status400BadRequest,
        ["checksum-unknown"] = StatusCodes.Status400BadRequest,
        ["upload-broken"] = StatusCodes.Status400BadRequest,
        ["request-malformed"] = StatusCodes.Status400BadRequest,
        ["form-invalid"] = StatusCodes.Status400BadRequest,
        ["idempotency-key-invalid"] = StatusCodes.Status400BadRequest,
        ["batch-size"] = StatusCodes.Status400BadRequest,
        ["batch-mixed"] = StatusCodes.Status400BadRequest,
        ["receipt-missing"] = StatusCodes.Status400BadRequest,
        ["api-key-invalid"] = StatusCodes.Status401Unauthorized,
        ["api-key-scope"] = StatusCodes.Status403Forbidden,
        ["second-factor-wrong"] = StatusCodes.Status403Forbidden,
        ["upload-gone"] = StatusCodes.Status410Gone,
        ["method-not-allowed"] = StatusCodes.Status405MethodNotAllowed,
        ["tus-version"] = StatusCodes.Status412PreconditionFailed,
        ["file-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["request-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["form-film-too-large"] = StatusCodes.Status413PayloadTooLarge,
        ["too-many-files"] = StatusCodes.Status413PayloadTooLarge,
        ["quota-browser"] = StatusCodes.Status413PayloadTooLarge,
        ["quota-address"] = StatusCodes.Status413PayloadTooLarge,
        ["upload-too-long"] = StatusCodes.Status413PayloadTooLarge,
        ["content-type-invalid"] = StatusCodes.Status415UnsupportedMediaType,
        ["idempotency-key-reused"] = StatusCodes.Status422UnprocessableEntity,
        ["too-many-requests"] = StatusCodes.Status429TooManyRequests,
        ["checksum-differs"] = 460, // tus 1.0, Checksum
        ["upload-busy"] = StatusCodes.Status503ServiceUnavailable,
        ["database-away"] = StatusCodes.Status503ServiceUnavailable,
        ["store-away"] = StatusCodes.Status503ServiceUnavailable,
        ["no-space"] = StatusCodes.Status507InsufficientStorage,
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
            // A request that cannot be read is the client's; everything else is ours, and the page says so.
            context.Response.StatusCode = context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError;
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

    /// <summary>Says no: a program gets problem+json, a person the error page with the sentence.</summary>
    public static async Task AnswerAsync(HttpContext context, RefusedException refused, CancellationToken ct)
    {
        context.Response.StatusCode = StatusOf(refused);
        if (WantsHtml(context.Request))
            context.Items[Item] = RefusalTexts.Of(refused);
        else if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsJsonAsync(Problem(refused), options: null, "application/problem+json", ct);
    }

    /// <summary>The sentence to show on the error page.</summary>
    public static string? SentenceOf(HttpContext context) => context.Items[Item] as string;

    /// <summary>Whether an address is for programs, which get problem+json.</summary>
    public static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/files");

    private static bool WantsHtml(HttpRequest request) =>
        !IsForPrograms(request) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private sealed class Handler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            if (Refused(exception) is not { } refused)
                return false;
            if (refused.Code is "database-away" or "store-away")
                httpContext.Response.Headers.RetryAfter = "5";
            await AnswerAsync(httpContext, refused, cancellationToken);
            return true;
        }

        private static RefusedException? Refused(Exception exception) => exception switch
        {
            RefusedException refused => refused,
            { IsOfConnection: true } => new("database-away"),
            { IsOfSpace: true } => new("no-space"),
            { IsOfStore: true } => new("store-away"),
            _ => null,
        };
    }
}
