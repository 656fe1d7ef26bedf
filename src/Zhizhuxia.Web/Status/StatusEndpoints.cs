using Microsoft.AspNetCore.Http.HttpResults;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Status;

/// <summary>How a piece stands, by JSON.</summary>
internal static class StatusEndpoints
{
    private const string Example = """{ "receipt": "7K3M-9QXD-2VBN-R5TW-8HJP-4CFG" }""";

    public static void MapStatus(this WebApplication app) => app.MapApi()
        .MapPost("status", LookUpAsync).RequireRateLimiting(Limits.Receipts).WithName("Status").WithTags("查询")
        .WithSummary("凭回执码查询进展")
        .WithBody<StatusRequest>(Example)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Ok<StatusView>> LookUpAsync(HttpRequest request, StatusQuery status, CancellationToken ct) =>
        TypedResults.Ok(await status.RunAsync((await ApiJson.ReadAsync<StatusRequest>(request, ct)).Receipt, ct));
}
