using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>Links by JSON: recognised while the reader types, and handed in. Examples: links.http.</summary>
internal static class LinkEndpoints
{
    private static readonly int[] _refusals =
    [
        StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status409Conflict, StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests,
    ];

    public static void MapLinks(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapPost("links/recognise", RecogniseAsync).RequireRateLimiting(Limits.Recognitions).WithName("RecogniseLink").WithTags("投稿")
            .WithSummary("识别分享文字里的链接，不打开它")
            .WithBody<RecogniseRequest>(LinkExamples.Text).WithAnswer<Recognised>(StatusCodes.Status200OK, LinkExamples.Recognised)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);
        var submit = api.MapPost("submissions/links", SubmitAsync).WithName("SubmitLink").WithTags("投稿")
            .WithSummary("提交一条链接，或一次最多 50 条")
            .WithDescription(
                "linkText 可以是整段分享文字，也可以只是网址。一次提交多条时用 links，每条单独收或退，收下的不受退回的影响。"
                + "同一个 Idempotency-Key 再发一次，得到同样的编号和回执码；换了内容要换新的值。页面的标题由后台读取，读不到也不影响投稿。"
                + "合作方用 Authorization: Bearer 带上密钥（权限 links:write）；没有密钥也能用，次数少一些。")
            .WithPartnerKey()
            .WithBody<LinkRequest>(LinkExamples.One, ("一次多条", LinkExamples.Many))
            .WithAnswer<LinkAccepted>(StatusCodes.Status202Accepted, LinkExamples.Accepted)
            .WithAnswer<LinkBatchAnswer>(StatusCodes.Status207MultiStatus, LinkExamples.Results)
            .WithProblem(StatusCodes.Status400BadRequest, LinkExamples.Invalid).WithProblem(StatusCodes.Status422UnprocessableEntity, LinkExamples.Reused);
        foreach (var status in _refusals)
            submit.ProducesProblem(status);
    }

    private static async Task<IResult> RecogniseAsync(HttpRequest request, CancellationToken ct) =>
        TypedResults.Ok(Recognised.Of((await ApiJson.ReadAsync<RecogniseRequest>(request, ct)).Text));

    private static async Task<IResult> SubmitAsync(
        HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        [AsParameters] ApiDoor door, ReceiveLink one, ReceiveLinks many, CancellationToken ct)
    {
        var sender = await ApiSender.OfAsync(request, ApiScope.LinksWrite, door, ct);
        door.Rate.Take(sender);
        var sent = await ApiJson.ReadAsync<LinkRequest>(request, ct);
        if (sent.Batch() is not { } batch)
            return TypedResults.Accepted(LinkAccepted.StatusPath, LinkAccepted.Of(await one.RunAsync(sent, sender.Arrival, idempotencyKey ?? "", ct)));
        door.Rate.TakeRest(sender, batch.Count);
        var outcomes = await many.RunAsync(batch, sender.Arrival, idempotencyKey ?? "", ct);
        return TypedResults.Json(LinkBatchAnswer.Of(outcomes), statusCode: StatusCodes.Status207MultiStatus);
    }
}
