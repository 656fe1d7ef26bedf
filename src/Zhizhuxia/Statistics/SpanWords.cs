using System.Globalization;

namespace Zhizhuxia.Statistics;

/// <summary>Lengths of time as people say them.</summary>
public static class SpanWords
{
    /// <summary>For example "40 分钟", "3.5 小时", "2.1 天".</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "不到 1 分钟",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} 分钟",
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} 小时"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} 天"),
    };
}
