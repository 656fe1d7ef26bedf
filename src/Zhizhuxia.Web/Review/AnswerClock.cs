namespace Zhizhuxia.Web.Review;

/// <summary>The 15-day clock (著作权法 第三十五条) in words and colour.</summary>
/// <param name="Class">"", "soon" at three days left, "over".</param>
/// <param name="Words">For example "15 日期限还剩 9 天".</param>
public sealed record AnswerClock(string Class, string Words)
{
    private const int Soon = 3;

    /// <summary>Null where no answer is due any more.</summary>
    public static AnswerClock? Of(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } end)
            return null;
        var days = (int)Math.Ceiling((end - now).TotalDays);
        return days switch
        {
            <= 0 => new("over", days == 0 ? "刚过 15 天" : $"已超 {-days} 天"),
            <= Soon => new("soon", $"只剩 {days} 天"),
            _ => new("", $"还剩 {days} 天"),
        };
    }
}
