using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Uploads;

namespace Zhizhuxia.Web.Submit;

/// <summary>投稿 by JSON, for partners and tools. Examples: submissions.http.</summary>
internal static class SubmissionEndpoints
{
    private const string Example = """
        {
          "kind": "link", "title": "湘江边的龙舟", "text": "端午节上午在湘江风光带拍的龙舟赛。", "linkText": "7.43 复制打开抖音 https://v.douyin.com/iRNBho6u/",
          "origin": "own", "aiUse": "no", "people": "allAgreed", "minors": "none", "publishedBefore": "ownAccount", "creditWish": "penName", "creditName": "老街",
          "name": "李女士", "email": "reader@example.org", "age": "adult", "agreeLicence": true, "agreeTruth": true, "agreePrivacy": true
        }
        """;

    public static void MapSubmissions(this WebApplication app) => app.MapApi()
        .MapPost("submissions", SubmitAsync).WithName("Submit").WithTags("投稿")
        .WithSummary("提交一份投稿：视频(film)、链接(link)或约拍(proposal)")
        .WithDescription("同一个 Idempotency-Key 再发一次，得到同一张回执。视频先按 tus 1.0 传到 /files（同一个 Cookie），再在 uploads 里列出它们的地址。回执码只给一次，请妥善保存。合作方的密钥要有 submissions:write 权限。")
        .WithPartnerKey()
        .WithBody<SubmissionRequest>(Example)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Created<ReceiptAnswer>> SubmitAsync(
        HttpRequest request, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        [AsParameters] ApiDoor door, SubmitDraft film, ReceiveLink link, ReceiveProposal proposal, CancellationToken ct)
    {
        var sender = await ApiSender.OfAsync(request, ApiScope.SubmissionsWrite, door, ct);
        door.Rate.Take(sender);
        var form = await ApiJson.ReadAsync<SubmissionRequest>(request, ct);
        var key = idempotencyKey ?? "";
        var receipt = form.Kind switch
        {
            SubmissionKind.Film => await SubmitFilmAsync(request, form, sender, film, key, ct),
            SubmissionKind.Link => await link.RunAsync(form, sender.Arrival, key, ct),
            _ => await proposal.RunAsync(form, sender.Arrival, key, ct),
        };
        return TypedResults.Created((string?)null, ReceiptAnswer.Of(receipt));
    }

    private static async Task<ReceiptView> SubmitFilmAsync(HttpRequest request, SubmissionRequest form, ApiSender sender, SubmitDraft film, string key, CancellationToken ct)
    {
        if (form.Uploads.Count == 0)
            throw new RefusedException("material-missing");
        var owner = UploadOwner.Of(request);
        var tokens = form.Uploads.Select(address => address[(address.LastIndexOf('/') + 1)..]).ToList();
        return await film.RunAsync(await film.DraftOfAsync(tokens, owner, ct), owner, form, sender.Arrival, key, ct);
    }
}
