using System.Globalization;
using Zhizhuxia.Data;

namespace Zhizhuxia.Statistics;

/// <summary>Days, weeks or months, as many as a plot can carry.</summary>
internal static class OverTime
{
    private const int MostDays = 45;
    private const int MostDaysInWeeks = 200;

    public static Figure Of(Period period, IReadOnlyList<DayRow> days)
    {
        var rows = new Dictionary<DateOnly, FigureRow>();
        for (var day = period.First; day <= period.Last; day = day.AddDays(1))
            rows.TryAdd(Begin(day, period), new(NameOf(Begin(day, period), period), 0, 0) { Begins = Begin(day, period) });
        foreach (var day in days)
        {
            var begin = Begin(DateOnly.FromDayNumber(day.Day), period);
            if (rows.TryGetValue(begin, out var row))
                rows[begin] = row with { First = row.First + day.Received, Second = row.Second + day.Adopted };
        }
        var unit = period.Days switch { <= MostDays => "日", <= MostDaysInWeeks => "周", _ => "月" };
        return new("time", $"每{unit}收到和采用", [unit, "收到", "采用", ""], [.. rows.OrderBy(row => row.Key).Select(row => row.Value)]) { IsOverTime = true };
    }

    /// <summary>Of the day, its week or its month; never before the period.</summary>
    private static DateOnly Begin(DateOnly day, Period period)
    {
        var begin = period.Days switch
        {
            <= MostDays => day,
            <= MostDaysInWeeks => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            _ => new(day.Year, day.Month, 1),
        };
        return begin < period.First ? period.First : begin;
    }

    private static string NameOf(DateOnly begin, Period period) => period.Days > MostDaysInWeeks
        ? begin.ToString(period.First.Year == period.Last.Year ? "M月" : "yy年M月", CultureInfo.InvariantCulture)
        : begin.ToString("M-d", CultureInfo.InvariantCulture);
}
