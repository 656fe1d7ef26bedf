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

    private const string Receipt = """
        {
          "number": "ZX261122-0031", "receipt": "7K3M9QXD2VBNR5TW8HJP4CFG", "kind": "link", "title": "湘江边的龙舟", "files": [],
          "consents": [ { "kind": "licence", "version": "2026-11", "text": "同意授权的全文" } ],
          "submittedAt": "2026-11-22T02:30:00+00:00", "answerDue": "2026-12-07T02:30:00+00:00"
        }
        """;

    private const string Description = """
        回执码请妥善保存：只有它能打开这份稿件。

        视频先按 tus 1.0 传到 /files，再在 uploads 里列出它们的地址：

        1. 第一次 POST /files（或 GET /submit）会给出 Cookie zzx-upload；之后的请求都要带着它，别人看不到这些上传。
        2. POST /files 带 Tus-Resumable: 1.0.0、Upload-Length（字节数）和 Upload-Metadata。Upload-Metadata 里要有两项，值都用 Base64 编码：draft 是自己生成的一个 UUID，同一份稿件的几个文件用同一个；filename 是文件名。答复 201，Location 是这个文件的地址。
        3. 答复丢了就原样再发一次：同一个 Cookie、draft、filename 和长度，一个字节都还没有传时，得到的是同一个地址，不会多出一个文件。
        4. PATCH 这个地址，带 Upload-Offset 和 Content-Type: application/offset+octet-stream，可以分几段；断了先用 HEAD 问 Upload-Offset，再接着传。
        5. 全部传完，再提交这里，uploads 里列出每个文件的地址；同一个 draft 的上传要一并列出，不要的先 DELETE。

        合作方用 Authorization: Bearer 带上密钥（权限 submissions:write）；没有密钥也能用，次数少一些。完整的例子见 submissions.http。
        """;

    public static void MapSubmissions(this WebApplication app) => app.MapApi()
        .MapPost("submissions", SubmitAsync).WithName("Submit").WithTags("投稿")
        .WithSummary("提交一份投稿：视频(film)、链接(link)或约拍(proposal)")
        .WithDescription(Description)
        .WithDoor(1)
        .WithBody<SubmissionRequest>(Example)
        .WithAnswer<ReceiptAnswer>(StatusCodes.Status201Created, Receipt)
        .WithDoorProblems(
            "submissions:write", ApiProblems.Form("Title", "title-length"), ApiProblems.Of("material-missing"), ApiProblems.Of("films-refused"), ApiProblems.Of("upload-unfinished"), ApiProblems.Of("uploads-unknown"),
            ApiProblems.Of("uploads-incomplete"), ApiProblems.Of("already-submitted"));

    private static async Task<Created<ReceiptAnswer>> SubmitAsync(
        HttpRequest request, [FromHeader(Name = ApiDocument.IdempotencyKey)] string? idempotencyKey,
        [AsParameters] ApiDoor door, SubmitDraft film, ReceiveLink link, ReceiveProposal proposal, CancellationToken ct)
    {
        var visit = await ApiVisit.EnterAsync(request, ApiScope.SubmissionsWrite, idempotencyKey, door, ct);
        var (key, arrival) = (visit.Key, visit.Sender.Arrival);
        var form = await ApiJson.ReadAsync<SubmissionRequest>(request, ct);
        var receipt = form.Kind switch
        {
            SubmissionKind.Film => await SubmitFilmAsync(request, form, visit, film, ct),
            SubmissionKind.Link => await visit.TakeAsync(ReceiveLink.Keyed(form, key), () => link.RunAsync(form, arrival, key, ct), ct),
            _ => await visit.TakeAsync(ReceiveProposal.Keyed(form, key), () => proposal.RunAsync(form, arrival, key, ct), ct),
        };
        return TypedResults.Created((string?)null, ReceiptAnswer.Of(receipt));
    }

    private static async Task<ReceiptView> SubmitFilmAsync(HttpRequest request, SubmissionRequest form, ApiVisit visit, SubmitDraft film, CancellationToken ct)
    {
        if (form.Uploads is not { Count: > 0 } addresses)
            throw new RefusedException("material-missing");
        var owner = UploadOwner.Of(request);
        var tokens = addresses.Select(address => address is null ? throw new RefusedException("uploads-unknown") : address[(address.LastIndexOf('/') + 1)..]).ToList();
        var draft = await film.DraftOfAsync(tokens, owner, ct);
        return await visit.TakeAsync(SubmitDraft.Keyed(draft, owner, form, visit.Key), () => film.RunAsync(draft, owner, form, visit.Sender.Arrival, visit.Key, ct), ct);
    }
}
