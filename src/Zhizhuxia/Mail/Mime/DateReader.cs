using System.Globalization;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Mime;

/// <summary>RFC 5322 §3.3 and the old forms of §4.3.</summary>
internal static partial class DateReader
{
    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The moment, or null.</summary>
    public static DateTimeOffset? Read(string? raw)
    {
        if (raw is null || raw.Length > 200 || Date().Match(Comment().Replace(raw, " ")) is not { Success: true } match)
            return null;
        var month = Array.IndexOf(_months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var year = Number("year");
        if (year < 100)
            year += year < 50 ? 2000 : 1900;
        var (day, hour, minute, second) = (Number("day"), Number("hour"), Number("minute"), Math.Min(59, Number("second")));
        if (month == 0 || year is < 1970 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59)
            return null;
        return new DateTimeOffset(year, month, day, hour, minute, second, Zone(match.Groups["zone"].Value));

        int Number(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    private static TimeSpan Zone(string zone)
    {
        if (zone.Length == 5 && zone[0] is '+' or '-')
        {
            var minutes = (int.Parse(zone.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture) * 60) + int.Parse(zone.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture);
            return minutes > 14 * 60 ? TimeSpan.Zero : TimeSpan.FromMinutes(zone[0] == '-' ? -minutes : minutes);
        }
        return TimeSpan.FromHours(zone.ToUpperInvariant() switch
        {
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => 0,
        });
    }

    [GeneratedRegex(@"(?<day>\d{1,2})[ -]+(?<month>[A-Za-z]{3})[a-z]*[ -]+(?<year>\d{2,4})[ ,]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<zone>[+-]\d{4}|[A-Za-z]{1,5})?", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
