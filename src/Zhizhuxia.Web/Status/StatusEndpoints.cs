using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Status;

/// <summary>How a piece stands, by JSON. The receipt code is in a header or the body, never in the address.</summary>
internal static class StatusEndpoints
{
    private const string Header = "Receipt";

    private const string Code = "7K3M-9QXD-2VBN-R5TW-8HJP-4CFG";

    private const string Example = $$"""{ "receipt": "{{Code}}" }""";

    private const string Answer = """
        {
          "number": "ZX261122-0031", "title": "湘江边的龙舟", "kind": "link", "word": "已收到",
          "steps": [ { "words": "已收到您的投稿", "at": "2026-11-22T02:30:00+00:00" } ], "files": [],
          "submittedAt": "2026-11-22T02:30:00+00:00", "answerDue": "2026-12-07T02:30:00+00:00",
          "request": null, "plan": null, "declineReason": null, "declineWords": null, "publicPath": null, "canWithdraw": true, "adopted": false, "withdrawalPending": false,
          "knowsMobile": false, "knowsEmail": true, "messages": [], "canWrite": true, "busy": false
        }
        """;

    public static void MapStatus(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapGet("status", ShowAsync).RequireRateLimiting(Limits.Receipts).WithName("ShowStatus").WithTags("查询")
            .WithSummary("凭回执码查询进展；投稿答复里的 Location 就是这里")
            .WithDescription("回执码放在请求头 Receipt 里，大小写和短横都不要紧。")
            .WithNeededHeader(Header, "投稿时给的 24 位回执码。放在请求头里，哪里的日志都不会记下它。", 24, 60, Code)
            .WithAnswer<StatusView>(StatusCodes.Status200OK, Answer)
            .WithProblems(ApiProblems.Of("receipt-missing"), ApiProblems.Of("receipt-unknown"), ApiProblems.Of("answer-link-dead"));
        api.MapPost("status", LookUpAsync).RequireRateLimiting(Limits.Receipts).WithName("Status").WithTags("查询")
            .WithSummary("凭回执码查询进展，回执码放在正文里")
            .WithBody<StatusRequest>(Example)
            .WithAnswer<StatusView>(StatusCodes.Status200OK, Answer)
            .WithReadingProblems(ApiProblems.Of("receipt-unknown"), ApiProblems.Of("answer-link-dead"));
    }

    private static async Task<Ok<StatusView>> ShowAsync([FromHeader(Name = Header)] string? receipt, StatusQuery status, CancellationToken ct) =>
        TypedResults.Ok(await status.RunAsync(string.IsNullOrWhiteSpace(receipt) ? throw new RefusedException("receipt-missing") : receipt, ct));

    private static async Task<Ok<StatusView>> LookUpAsync(HttpRequest request, StatusQuery status, CancellationToken ct) =>
        TypedResults.Ok(await status.RunAsync((await ApiJson.ReadAsync<StatusRequest>(request, ct)).Receipt, ct));
}
