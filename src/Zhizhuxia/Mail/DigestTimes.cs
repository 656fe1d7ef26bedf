using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>When digests go: times of the day in Beijing, such as "08:30 15:30".</summary>
internal sealed class DigestTimes
{
    /// <summary>A digest later than this would tell of another half day.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(2);

    private readonly IReadOnlyList<TimeOnly> _times;

    private DigestTimes(IReadOnlyList<TimeOnly> times) => _times = times;

    /// <param name="text">Times separated by blanks; empty: never.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DigestTimes? times)
    {
        times = null;
        var parsed = new List<TimeOnly>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                return false;
            parsed.Add(time);
        }

        times = new(parsed);
        return true;
    }

    /// <summary>The last one in (<paramref name="after"/>, <paramref name="until"/>]; null if there is none, or if it is long past.</summary>
    public DateTimeOffset? Due(DateTimeOffset after, DateTimeOffset until)
    {
        var last = Around(until).Where(moment => moment <= until).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return last > after && until - last <= Late ? last : null;
    }

    /// <summary>The first one after <paramref name="moment"/>; null if there are none.</summary>
    public DateTimeOffset? Next(DateTimeOffset moment) => Around(moment).Where(next => next > moment).Select(next => (DateTimeOffset?)next).Min();

    /// <summary>Those of the day before, this day and the next; in UTC, as PostgreSQL takes them.</summary>
    private IEnumerable<DateTimeOffset> Around(DateTimeOffset moment) =>
        from day in Enumerable.Range(-1, 3)
        from time in _times
        select Beijing.At(Beijing.Local(moment).Date.AddDays(day) + time.ToTimeSpan()).ToUniversalTime();
}
