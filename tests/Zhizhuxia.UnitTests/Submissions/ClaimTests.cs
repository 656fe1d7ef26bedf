using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class ClaimTests
{
    private readonly Submission _piece = In(State.Review1, Monday);

    [Fact]
    public void A_colleague_takes_over_only_with_a_reason()
    {
        _piece.Take(Wang, Monday, null);

        var refused = Assert.Throws<RefusedException>(() => _piece.Take(Sun, Monday, null));
        Assert.Equal(("claimed-by-other", Wang.Name), (refused.Code, refused.Arguments.Single()));

        _piece.Take(Sun, Monday, "王编辑外出采访");
        Assert.Equal(Sun.EditorId, _piece.Claim!.EditorId);
    }

    [Fact]
    public void A_claim_lives_four_working_hours()
    {
        _piece.Take(Wang, Monday, null); // 10:00

        Assert.True(_piece.Claim!.IsAlive(Monday.AddHours(4).AddSeconds(-1)));
        Assert.False(_piece.Claim.IsAlive(Monday.AddHours(4)));
        _piece.Take(Sun, Monday.AddHours(4), null);
    }

    [Fact]
    public void Nights_and_weekends_do_not_count()
    {
        var friday = Monday.AddDays(4).AddHours(6); // 16:00: two hours that day, two on Monday
        _piece.Take(Wang, friday, null);

        Assert.True(_piece.Claim!.IsAlive(friday.AddDays(3).AddHours(-6).AddMinutes(29))); // Monday 10:29
        Assert.False(_piece.Claim.IsAlive(friday.AddDays(3).AddHours(-5).AddMinutes(-30))); // Monday 10:30
    }

    [Fact]
    public void Only_the_holder_gives_back()
    {
        _piece.Take(Wang, Monday, null);

        Assert.Equal("not-claimed", Assert.Throws<RefusedException>(() => _piece.GiveBack(Sun, Monday)).Code);
        _piece.GiveBack(Wang, Monday);
        Assert.Null(_piece.Claim);
    }

    [Theory]
    [InlineData(State.Published)]
    [InlineData(State.Closed)]
    [InlineData(State.Waiting)]
    public void There_is_nothing_to_claim_where_nobody_reads(State state) =>
        Assert.Equal("not-possible-now", Assert.Throws<RefusedException>(() => In(state, Monday).Take(Sun, Monday, null)).Code);

    [Fact]
    public void The_reader_sees_that_somebody_reads_when_the_holder_has_opened_the_piece()
    {
        _piece.LookAt(Wang, Monday);
        Assert.Null(_piece.FirstLookAt);

        _piece.Take(Wang, Monday, null);
        _piece.LookAt(Sun, Monday);
        Assert.Null(_piece.FirstLookAt);

        _piece.LookAt(Wang, Monday.AddHours(3));
        Assert.Equal((Monday.AddHours(3), Monday.AddHours(3)), (_piece.FirstLookAt, _piece.Claim!.At));
    }

    [Theory]
    [InlineData("2026-11-23T10:00", "2026-11-20T15:30")] // Monday: 1.5 hours, the rest of Friday's afternoon
    [InlineData("2026-11-23T18:00", "2026-11-23T14:00")]
    [InlineData("2026-11-23T23:00", "2026-11-23T14:00")]
    [InlineData("2026-11-23T12:30", "2026-11-23T08:30")]
    [InlineData("2026-11-22T12:00", "2026-11-20T14:00")] // Sunday
    public void The_hours_can_be_counted_back(string now, string expected)
    {
        var (end, start) = (At(now), At(expected));

        Assert.Equal(start, WorkingHours.Before(end, Claim.Idle));
        Assert.Equal(Claim.Idle, WorkingHours.Between(start, end));
    }

    private static DateTimeOffset At(string local) =>
        new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
