using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Statistics;

/// <summary>Who of the newsroom has decided how much, and how long a piece lay before.</summary>
public sealed class EditorStatistics(PortalDb db)
{
    public async Task<Figure> RunAsync(Period period, CancellationToken ct)
    {
        var rows = (await db.OfEditorsAsync(period.From, period.Until, ct)).ConvertAll(row => (Id: Guid.Parse(row.Who, CultureInfo.InvariantCulture), Span: row));
        var ids = rows.ConvertAll(row => row.Id);
        var names = await db.Users.AsNoTracking().Where(editor => ids.Contains(editor.Id)).ToDictionaryAsync(editor => editor.Id, editor => editor.DisplayName, ct);
        return new("editors", "每位编辑", ["编辑", "审稿意见", "其中通过", "中位用时"],
        [
            .. rows.OrderByDescending(row => row.Span.Count).ThenBy(row => row.Id)
                .Select(row => new FigureRow(names.GetValueOrDefault(row.Id, "已离开的同事"), row.Span.Count, row.Span.Marked, SpanWords.Of(TimeSpan.FromSeconds(row.Span.Median)))),
        ]);
    }
}
