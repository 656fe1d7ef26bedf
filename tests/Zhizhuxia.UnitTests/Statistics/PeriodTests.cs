using Zhizhuxia.Statistics;

namespace Zhizhuxia.UnitTests.Statistics;

public sealed class PeriodTests
{
    /// <summary>Half past midnight of the 28th in Beijing, still the 27th in UTC.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 16, 30, 0, TimeSpan.Zero);

    [Fact]
    public void The_last_thirty_days_end_today_in_Beijing()
    {
        var period = Period.Of(30, Now);

        Assert.Equal((new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 28), 30), (period.First, period.Last, period.Days));
        Assert.Equal(new DateTimeOffset(2026, 10, 29, 16, 0, 0, TimeSpan.Zero), period.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 16, 0, 0, TimeSpan.Zero), period.Until);
    }

    [Fact]
    public void A_year_begins_in_January() => Assert.Equal(new DateOnly(2026, 1, 1), Period.ThisYear(Now).First);

    [Fact]
    public void Days_the_wrong_way_round_are_turned_and_ends_that_are_missing_filled_in()
    {
        Assert.Equal(new Period(new(2026, 5, 1), new(2026, 6, 1)), Period.Between(new(2026, 6, 1), new(2026, 5, 1), Now));
        Assert.Equal(new Period(new(2026, 10, 30), new(2026, 11, 28)), Period.Between(null, null, Now));
        Assert.Equal(Period.MostDays, Period.Between(new(1, 1, 1), new(2026, 1, 1), Now).Days);
    }
}
