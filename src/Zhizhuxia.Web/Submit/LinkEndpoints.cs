using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>Links by JSON: recognised while the reader types, and handed in. Examples: links.http.</summary>
internal static class LinkEndpoints
{
    private const string TextExample = """{ "text": "7.43 复制打开抖音，看看 https://v.douyin.com/iRNBho6u/" }""";

    private const string LinkExample = """
        {
          "linkText": "7.43 复制打开抖音，看看 https://v.douyin.com/iRNBho6u/", "title": "湘江边的龙舟", "text": "端午节上午在湘江风光带拍的龙舟赛。",
          "origin": "own", "aiUse": "no", "people": "allAgreed", "minors": "none", "publishedBefore": "ownAccount", "creditWish": "none",
          "name": "李女士", "email": "reader@example.org", "age": "adult", "agreeLicence": true, "agreeTruth": true, "agreePrivacy": true
        }
        """;

    public static void MapLinks(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapPost("links/recognise", RecogniseAsync).RequireRateLimiting(Limits.Recognitions).WithName("RecogniseLink").WithTags("投稿")
            .WithSummary("识别分享文字里的链接，不打开它")
            .WithBody<RecogniseRequest>(TextExample)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("submissions/links", SubmitAsync).RequireRateLimiting(Limits.Submits).WithName("SubmitLink").WithTags("投稿")
            .WithSummary("提交一条链接")
            .WithDescription("linkText 可以是整段分享文字，也可以只是网址。同一个 Idempotency-Key 再发一次，得到同一个编号和回执码。页面的标题由后台读取，读不到也不影响投稿。")
            .WithBody<SubmissionForm>(LinkExample)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Ok<Recognised>> RecogniseAsync(HttpRequest request, CancellationToken ct) =>
        TypedResults.Ok(Recognised.Of((await ApiJson.ReadAsync<RecogniseRequest>(request, ct)).Text));

    private static async Task<Accepted<LinkAccepted>> SubmitAsync(
        HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ReceiveLink link, CancellationToken ct)
    {
        var receipt = await link.RunAsync(await ApiJson.ReadAsync<SubmissionForm>(request, ct), Arrival.Api, idempotencyKey ?? "", ct);
        return TypedResults.Accepted("/api/v1/status", new LinkAccepted(receipt.Number, receipt.Code, "/api/v1/status"));
    }
}
