using Zhizhuxia.Submissions;

namespace Zhizhuxia.Statistics;

/// <summary>Whole days in Beijing.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included.</param>
public sealed record Period(DateOnly First, DateOnly Last)
{
    public const int MostDays = 3700;

    public DateTimeOffset From => At(First);

    /// <summary>Not included.</summary>
    public DateTimeOffset Until => At(Last.AddDays(1));

    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The last days, today included.</summary>
    public static Period Of(int days, DateTimeOffset now) => Between(Today(now).AddDays(1 - days), Today(now), now);

    /// <summary>Since the first of January.</summary>
    public static Period ThisYear(DateTimeOffset now) => new(new(Today(now).Year, 1, 1), Today(now));

    /// <summary>In order, and of a length that makes sense; a missing end is today, a missing beginning a month before.</summary>
    public static Period Between(DateOnly? first, DateOnly? last, DateTimeOffset now)
    {
        var end = last ?? Today(now);
        var begin = first ?? end.AddDays(-29);
        if (begin > end)
            (begin, end) = (end, begin);
        return new(end.DayNumber - begin.DayNumber < MostDays ? begin : end.AddDays(1 - MostDays), end);
    }

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Beijing.Local(now));

    private static DateTimeOffset At(DateOnly day) => Beijing.At(day.ToDateTime(TimeOnly.MinValue)).ToUniversalTime();
}
