using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Accounts;
using Zhizhuxia.Statistics;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>统计: figures of a period, each a plot, a table and a file. Figures about colleagues are for 终审 and 管理员, readers' names for who sees pieces.</summary>
[Authorize(Policies.Figures)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class StatisticsModel(CurrentActor current, ReadStatistics statistics, TimeProvider clock) : PageModel
{
    public static IReadOnlyList<(string Key, string Name)> Spans { get; } = [("30", "近 30 天"), ("90", "近 90 天"), ("year", "今年")];

    public StatisticsReport Report { get; private set; } = null!;

    /// <summary>Which of <see cref="Spans"/>; null for days that were chosen.</summary>
    public string? Span { get; private set; }

    public bool SeesEditors { get; private set; }

    public Task OnGetAsync(string? span, DateOnly? from, DateOnly? to, CancellationToken ct) => ReadAsync(span, from, to, ct);

    /// <summary>One figure as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? span, DateOnly? from, DateOnly? to, string? figure, CancellationToken ct)
    {
        await ReadAsync(span, from, to, ct);
        return Report.Figures.FirstOrDefault(one => one.Key == figure) is { } found
            ? File(Csv.Of(found), "text/csv; charset=utf-8", $"zhizhuxia-{found.Key}-{Report.Period.First:yyyyMMdd}-{Report.Period.Last:yyyyMMdd}.csv")
            : throw new RefusedException("not-found");
    }

    public object Address(Figure figure) =>
        new { figure = figure.Key, from = $"{Report.Period.First:yyyy-MM-dd}", to = $"{Report.Period.Last:yyyy-MM-dd}" };

    public static string Words(TimeSpan? span) => span is { } known ? SpanWords.Of(known) : "–";

    private async Task ReadAsync(string? span, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var actor = await current.GetAsync(ct);
        var administers = actor.Roles.Contains(Role.Administrator);
        if (!actor.Reviews && !administers)
            throw new RefusedException("not-found");
        SeesEditors = administers || actor.Roles.Contains(Role.Editor3);
        Span = (from, to) is (null, null) ? Spans.FirstOrDefault(one => one.Key == span, Spans[0]).Key : null;
        Report = await statistics.RunAsync(PeriodOf(from, to), new(SeesEditors, SeesNames: actor.Reviews), ct);
    }

    private Period PeriodOf(DateOnly? from, DateOnly? to) => Span switch
    {
        null => Period.Between(from, to, clock.GetUtcNow()),
        "year" => Period.ThisYear(clock.GetUtcNow()),
        "90" => Period.Of(90, clock.GetUtcNow()),
        _ => Period.Of(30, clock.GetUtcNow()),
    };
}
