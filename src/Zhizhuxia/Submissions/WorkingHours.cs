namespace Zhizhuxia.Submissions;

/// <summary>The newsroom's hours: Monday to Friday, 08:30–18:00 in Beijing. Public holidays are not known here.</summary>
public static class WorkingHours
{
    private static readonly TimeSpan Open = new(8, 30, 0);
    private static readonly TimeSpan Close = new(18, 0, 0);

    /// <summary>Working time that passed between two moments; zero if <paramref name="to"/> is not later.</summary>
    public static TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (Beijing.Local(from), Beijing.Local(to));
        if ((end - start).TotalDays > 60)
            return TimeSpan.FromDays(60);
        var worked = TimeSpan.Zero;
        for (var day = start.Date; day <= end.Date; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var opened = day + Open > start ? day + Open : start;
            var closed = day + Close < end ? day + Close : end;
            if (closed > opened)
                worked += closed - opened;
        }
        return worked;
    }

    /// <summary>The latest moment from which <paramref name="span"/> of working time has passed until <paramref name="now"/>.</summary>
    /// <param name="span">More than zero.</param>
    public static DateTimeOffset Before(DateTimeOffset now, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero);
        var (local, left) = (Beijing.Local(now), span);
        for (var day = local.Date; ; day = day.AddDays(-1))
        {
            var closed = day + Close < local ? day + Close : local;
            var worked = closed - (day + Open);
            if (worked <= TimeSpan.Zero || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            if (worked >= left)
                return now - (local - (closed - left));
            left -= worked;
        }
    }
}
