using System.Text;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>Chosen pieces as a file, for a spreadsheet or a program. What leaves the house asks for the password anew (security.md §3).</summary>
[RecentlyConfirmed]
public sealed class ExportModel(CurrentActor current, ExportPieces export, TimeProvider clock) : DeskPage(current)
{
    private static readonly string[] Head =
        ["编号", "标题", "正文", "类别", "来路", "状态", "栏目", "署名", "来源", "收到", "15 日期限", "在看", "标记", "标签", "链接"];

    public async Task<IActionResult> OnGetAsync(string? format, Guid[] id, CancellationToken ct)
    {
        await ActorAsync(ct);
        if (id.Length is 0 or > ReviewQueue.PageSize)
            return BadRequest();
        var pieces = await export.RunAsync(id, ct);
        var name = $"zhizhuxia-{Beijing.Local(clock.GetUtcNow()):yyyyMMdd-HHmm}";
        Response.Headers.CacheControl = "no-store";
        return format is "json"
            ? File(ExportJson.Of(pieces), "application/json", $"{name}.json")
            : File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Of([Head, .. pieces.Select(Line)]))], "text/csv", $"{name}.csv");
    }

    private static string[] Line(ExportedPiece piece) =>
    [
        piece.Number ?? "", piece.Title, piece.Text, DeskWords.Of(piece.Kind), DeskWords.Of(piece.Channel), DeskTexts.Of(piece.State, piece.Closing), piece.Column ?? "", piece.Credits,
        piece.SourceLine ?? "", piece.SubmittedAt is { } at ? Beijing.Minute(at) : "", piece.AnswerDue is { } due ? Beijing.Minute(due) : "", piece.Holder ?? "",
        string.Join(' ', piece.Marks.Select(DeskTexts.Of)), string.Join(' ', piece.Tags), string.Join(' ', piece.Links),
    ];
}
