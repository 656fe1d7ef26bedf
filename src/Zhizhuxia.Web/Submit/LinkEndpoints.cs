using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>Links by JSON: recognised while the reader types, and handed in. Examples: links.http.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapPost("links/recognise", RecogniseAsync).RequireRateLimiting(Limits.Recognitions).WithName("RecogniseLink").WithTags("投稿")
            .WithSummary("识别分享文字里的链接，不打开它")
            .WithBody<RecogniseRequest>(LinkExamples.Text).WithAnswer<Recognised>(StatusCodes.Status200OK, LinkExamples.Recognised)
            .WithReadingProblems();
        api.MapPost("submissions/links", SubmitAsync).WithName("SubmitLink").WithTags("投稿")
            .WithSummary($"提交一条链接，或一次最多 {ReceiveLinks.Most} 条")
            .WithDescription(
                "linkText 可以是整段分享文字，也可以只是网址。一次提交多条时用 links，每条单独收或退，收下的不受退回的影响。"
                + "页面的标题由后台读取，读不到也不影响投稿。"
                + "合作方用 Authorization: Bearer 带上密钥（权限 links:write）；没有密钥也能用，次数少一些。")
            .WithDoor(ReceiveLinks.Most)
            .WithBody<LinkRequest>(LinkExamples.One, ("一次多条", LinkExamples.Many)).WithMost("links", ReceiveLinks.Most)
            .WithAnswer<LinkAccepted>(StatusCodes.Status202Accepted, LinkExamples.Accepted)
            .WithAnswerHeader(StatusCodes.Status202Accepted, "Location", "查进展的地址：用 GET，回执码放在请求头 Receipt 里。", LinkAccepted.StatusPath)
            .WithAnswer<LinkBatchAnswer>(StatusCodes.Status207MultiStatus, LinkExamples.Results)
            .WithDoorProblems("links:write", ApiProblems.Form("LinkText", "link-live"), ApiProblems.Of("batch-size", ReceiveLinks.Most), ApiProblems.Of("batch-mixed"));
    }

    private static async Task<IResult> RecogniseAsync(HttpRequest request, CancellationToken ct) =>
        TypedResults.Ok(Recognised.Of((await ApiJson.ReadAsync<RecogniseRequest>(request, ct)).Text));

    private static async Task<IResult> SubmitAsync(
        HttpRequest request, [FromHeader(Name = ApiDocument.IdempotencyKey)] string? idempotencyKey,
        [AsParameters] ApiDoor door, ReceiveLink one, ReceiveLinks many, CancellationToken ct)
    {
        var visit = await ApiVisit.EnterAsync(request, ApiScope.LinksWrite, idempotencyKey, door, ct);
        var (key, arrival) = (visit.Key, visit.Sender.Arrival);
        var sent = await ApiJson.ReadAsync<LinkRequest>(request, ct);
        if (sent.Batch() is not { } batch)
            return TypedResults.Accepted(LinkAccepted.StatusPath, LinkAccepted.Of(
                await visit.TakeAsync(ReceiveLink.Keyed(sent, key), () => one.RunAsync(sent, arrival, key, ct), ct)));
        var outcomes = await visit.TakeAllAsync(ReceiveLinks.Keyed(batch, key), () => many.RunAsync(batch, arrival, key, ct), ct);
        return TypedResults.Json(LinkBatchAnswer.Of(outcomes), statusCode: StatusCodes.Status207MultiStatus);
    }
}
