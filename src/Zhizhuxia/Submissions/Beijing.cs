using System.Globalization;

namespace Zhizhuxia.Submissions;

/// <summary>Local time of readers and newsroom: UTC+8 all year since 1992.</summary>
public static class Beijing
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment at which clocks here show this.</summary>
    public static DateTimeOffset At(DateTime local) => new(local, Offset);

    public static DateTime Local(DateTimeOffset moment) => moment.ToOffset(Offset).DateTime;

    /// <summary>For example "11月23日 16:05".</summary>
    public static string Minute(DateTimeOffset moment) => Local(moment).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For example "2026年11月23日".</summary>
    public static string Day(DateTimeOffset moment) => Local(moment).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
