using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Statistics;

/// <summary>Who of the newsroom has decided how much, and how long a piece lay before.</summary>
public sealed class EditorStatistics(PortalDb db)
{
    private static readonly Verb[] _verdicts = [Verb.Pass, Verb.Decline, Verb.ReturnToFirst, Verb.ReturnToSecond, Verb.Ask, Verb.Spam, Verb.Duplicate];

    public async Task<Figure> RunAsync(Period period, CancellationToken ct)
    {
        var (from, until) = (period.From, period.Until);
        var rows = await db.Set<Step>().AsNoTracking().Where(step => step.At >= from && step.At < until && step.EditorId != null && _verdicts.Contains(step.Verb))
            .GroupBy(step => step.EditorId!.Value)
            .Select(group => new { Id = group.Key, Count = group.Count(), Passed = group.Count(step => step.Verb == Verb.Pass) }).ToListAsync(ct);
        var ids = rows.Select(row => row.Id).ToList();
        var names = await db.Users.AsNoTracking().Where(editor => ids.Contains(editor.Id)).ToDictionaryAsync(editor => editor.Id, editor => editor.DisplayName, ct);
        var medians = (await db.OfEditorsAsync(from, until, ct)).ToDictionary(span => Guid.Parse(span.Who, CultureInfo.InvariantCulture), span => TimeSpan.FromSeconds(span.Median));
        return new("editors", "每位编辑", ["编辑", "审稿意见", "其中通过", "中位用时"],
        [
            .. rows.OrderByDescending(row => row.Count).ThenBy(row => row.Id)
                .Select(row => new FigureRow(names.GetValueOrDefault(row.Id, "已离开的同事"), row.Count, row.Passed, medians.TryGetValue(row.Id, out var median) ? SpanWords.Of(median) : null)),
        ]);
    }
}
