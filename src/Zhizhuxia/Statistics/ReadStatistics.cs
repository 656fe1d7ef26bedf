using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Statistics;

/// <summary>统计 over a period: counted in the database, so that a million pieces make no difference to the page.</summary>
public sealed class ReadStatistics(PortalDb db, EditorStatistics editors, TroubleStatistics troubles, TimeProvider clock)
{
    private const int MostContributors = 10;

    private static readonly State[] _adopted = [State.Adopted, State.Published, State.TakenDown];

    public async Task<StatisticsReport> RunAsync(Period period, StatisticsScope scope, CancellationToken ct)
    {
        var (from, until) = (period.From, period.Until);
        var pieces = db.Submissions.AsNoTracking().Where(piece => piece.State != State.Draft && piece.SubmittedAt >= from && piece.SubmittedAt < until);
        var byChannel = await ByChannelAsync(pieces, ct);
        List<Figure> figures =
        [
            OverTime.Of(period, await db.ByDayAsync(from, until, ct)),
            byChannel,
            await ByColumnAsync(pieces, ct),
            await TroubleStatistics.DeclineReasonsAsync(pieces, ct),
            await troubles.UploadFailuresAsync(period, ct),
            await ContributorsAsync(pieces, scope.SeesNames, ct),
        ];
        if (scope.SeesEditors)
            figures.Add(await editors.RunAsync(period, ct));
        return new(period, await TotalsAsync(period, byChannel, ct), figures);
    }

    private async Task<StatisticsTotals> TotalsAsync(Period period, Figure byChannel, CancellationToken ct)
    {
        var decision = await db.DecisionAsync(Submission.AnswerWithin, period.From, period.Until, ct);
        var late = clock.GetUtcNow() - Submission.AnswerWithin;
        return new()
        {
            Received = byChannel.Rows.Sum(row => row.First),
            Adopted = byChannel.Rows.Sum(row => row.Second ?? 0),
            FirstLook = Span(await db.FirstLookAsync(period.From, period.Until, ct)),
            Decision = Span(decision),
            DecidedLate = decision?.Marked ?? 0,
            OpenLate = await db.Submissions.CountAsync(piece => States.Undecided.Contains(piece.State) && piece.SubmittedAt < late, ct),
        };
    }

    private static async Task<Figure> ByChannelAsync(IQueryable<Submission> pieces, CancellationToken ct)
    {
        var rows = await pieces.GroupBy(piece => piece.Channel)
            .Select(group => new { Channel = group.Key, Count = group.Count(), Adopted = group.Count(piece => _adopted.Contains(piece.State)) }).ToListAsync(ct);
        return new("channels", "从哪里来", ["渠道", "收到", "采用", ""],
            [.. rows.OrderByDescending(row => row.Count).ThenBy(row => row.Channel).Select(row => new FigureRow(DeskWords.Of(row.Channel), row.Count, row.Adopted))]);
    }

    private async Task<Figure> ByColumnAsync(IQueryable<Submission> pieces, CancellationToken ct)
    {
        var names = await db.Columns.AsNoTracking().ToDictionaryAsync(column => column.Id, column => column.Name, ct);
        var rows = await pieces.GroupBy(piece => piece.ColumnId)
            .Select(group => new { Column = group.Key, Count = group.Count(), Adopted = group.Count(piece => _adopted.Contains(piece.State)) }).ToListAsync(ct);
        return new("columns", "归到哪个栏目", ["栏目", "收到", "采用", ""],
            [.. rows.OrderByDescending(row => row.Count).ThenBy(row => row.Column).Select(row => new FigureRow(row.Column is { } id ? names[id] : "还没有归栏", row.Count, row.Adopted))]);
    }

    /// <summary>One person is one mobile, or one address where there is no mobile.</summary>
    private static async Task<Figure> ContributorsAsync(IQueryable<Submission> pieces, bool named, CancellationToken ct)
    {
        var rows = await pieces.Where(piece => piece.Contact != null && (piece.Contact.Mobile ?? piece.Contact.Email) != null)
            .GroupBy(piece => piece.Contact!.Mobile ?? piece.Contact.Email)
            .Select(group => new { Name = group.Max(piece => piece.Contact!.Name), Count = group.Count(), Adopted = group.Count(piece => _adopted.Contains(piece.State)) })
            .OrderByDescending(row => row.Adopted).ThenByDescending(row => row.Count).ThenBy(row => row.Name).Take(MostContributors).ToListAsync(ct);
        return new("contributors", "投稿最多的读者", ["读者", "投来", "采用", ""],
            [.. rows.Select((row, place) => new FigureRow(named ? row.Name! : $"读者 {place + 1}", row.Count, row.Adopted))]);
    }

    private static TimeSpan? Span(SpanRow? row) => row is null ? null : TimeSpan.FromSeconds(row.Median);
}
