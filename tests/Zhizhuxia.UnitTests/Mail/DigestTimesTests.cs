using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Mail;

public class DigestTimesTests
{
    private static readonly DateTime _day = new(2026, 11, 23);

    [Theory]
    [InlineData("08:20", "08:29", null)]
    [InlineData("08:29", "08:30", "08:30")]
    [InlineData("08:30", "08:35", null)]
    [InlineData("08:25", "10:30", "08:30")]
    [InlineData("08:25", "10:31", null)]
    [InlineData("07:00", "15:31", "15:30")]
    [InlineData("00:00", "00:01", null)]
    public void A_digest_is_due_once_after_its_time_and_not_much_later(string after, string until, string? due) =>
        Assert.Equal(due is null ? null : At(due), Parse("15:30 08:30").Due(At(after), At(until)));

    [Fact]
    public void The_next_one_may_be_tomorrow()
    {
        Assert.Equal(At("15:30"), Parse("08:30 15:30").Next(At("08:30")));
        Assert.Equal(At("08:30").AddDays(1), Parse("08:30 15:30").Next(At("23:59")));
        Assert.Equal(TimeSpan.Zero, Parse("08:30").Next(At("08:00"))!.Value.Offset); // PostgreSQL takes no other
        Assert.Null(Parse("").Next(At("23:59")));
        Assert.Null(Parse("").Due(At("00:00"), At("23:59")));
    }

    [Fact]
    public void One_shortly_before_midnight_is_still_due_after_it() =>
        Assert.Equal(At("23:30"), Parse("23:30").Due(At("23:29"), At("00:30").AddDays(1)));

    [Theory]
    [InlineData("8:30")]
    [InlineData("24:00")]
    [InlineData("08:30,15:30")]
    [InlineData("soon")]
    public void What_is_no_list_of_times_is_refused(string text) => Assert.False(DigestTimes.TryParse(text, out _));

    private static DigestTimes Parse(string text) => DigestTimes.TryParse(text, out var times) ? times : throw new FormatException(text);

    private static DateTimeOffset At(string time) => Beijing.At(_day + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
}
