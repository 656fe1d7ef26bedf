using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Statistics;

/// <summary>Why pieces were not taken, and why films could not be used.</summary>
public sealed class TroubleStatistics(PortalDb db)
{
    private const int MostRows = 12;

    /// <param name="pieces">Of the period.</param>
    public static async Task<Figure> DeclineReasonsAsync(IQueryable<Submission> pieces, CancellationToken ct)
    {
        var rows = await pieces.Where(piece => piece.Closing == CloseReason.Declined && piece.DeclineReason != null)
            .GroupBy(piece => piece.DeclineReason).Select(group => new { Reason = group.Key, Count = group.Count() })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Reason).Take(MostRows).ToListAsync(ct);
        return new("reasons", "为什么没有采用", ["理由", "件数", "", ""], [.. rows.Select(row => new FigureRow(row.Reason!, row.Count))]);
    }

    /// <summary>Films that were refused after inspection, by cause, and those that never arrived whole; the rows of given-up uploads are kept a week only.</summary>
    public async Task<Figure> UploadFailuresAsync(Period period, CancellationToken ct)
    {
        var (from, until) = (period.From, period.Until);
        var assets = db.Assets.AsNoTracking().Where(asset => asset.CreatedAt >= from && asset.CreatedAt < until);
        var rows = await assets.Where(asset => asset.RefusalCode != null).GroupBy(asset => asset.RefusalCode)
            .Select(group => new { Code = group.Key, Count = group.Count() }).OrderByDescending(row => row.Count).ThenBy(row => row.Code).Take(MostRows).ToListAsync(ct);
        var givenUp = await assets.CountAsync(asset => asset.State == AssetState.Purged && asset.Sha256 == null, ct);
        return new("uploads", "视频为什么没能用上", ["原因", "个数", "", ""],
        [
            .. rows.Select(row => new FigureRow(Cause(row.Code!), row.Count)),
            .. givenUp > 0 ? new[] { new FigureRow("没有传完就放弃了（近一周）", givenUp) } : [],
        ]);
    }

    /// <summary>The first half of what the reader was told.</summary>
    private static string Cause(string code) => RefusalTexts.Of(code).Split('。', '：', '；', '，')[0];
}
