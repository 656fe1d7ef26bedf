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
        Assert.Equal("reason-missing", Assert.Throws<RefusedException>(() => _piece.Apply(Verb.TakeOver, Sun, Monday, Decision.Plain)).Code);

        _piece.Take(Sun, Monday, "王编辑外出采访");
        Assert.Equal(Sun.EditorId, _piece.Claim!.EditorId);
    }

    [Fact]
    public void Taking_over_is_a_step_that_says_who_from_whom_when_and_why()
    {
        _piece.Take(Wang, Monday, null);
        var before = (_piece.RowVersion, _piece.History.Count);

        _piece.Take(Sun, Monday.AddHours(1), "王编辑外出采访");

        var step = _piece.History[^1];
        Assert.Equal((Verb.TakeOver, Sun.EditorId, Sun.Name, "王编辑外出采访"), (step.Verb, step.EditorId, step.ActorName, step.Comment));
        Assert.Equal((new Claim(Wang.EditorId!.Value, Wang.Name, Monday), Monday.AddHours(1)), (step.TakenFrom, step.At));
        Assert.Equal((State.Review1, State.Review1, State.Review1), (step.From, step.To, _piece.State));
        Assert.Equal((before.RowVersion + 1, before.Count + 1), (_piece.RowVersion, _piece.History.Count));
        Assert.Null(StepChain.BrokenAt(_piece.History));
    }

    [Fact]
    public void Claiming_what_is_free_what_has_lapsed_and_what_is_ones_own_is_no_step()
    {
        var steps = _piece.History.Count;

        _piece.Take(Wang, Monday, "理由");
        _piece.Take(Wang, Monday.AddHours(1), "理由");
        _piece.Take(Sun, Monday.AddHours(6).AddMinutes(30), "理由"); // four working hours later

        Assert.Equal((steps, Sun.EditorId), (_piece.History.Count, _piece.Claim!.EditorId));
    }

    [Fact]
    public void There_is_nothing_to_take_over_from_oneself_or_nobody()
    {
        Assert.Equal("nothing-to-take-over", Code());
        _piece.Take(Sun, Monday, null);
        Assert.Equal("nothing-to-take-over", Code());

        string Code() => Assert.Throws<RefusedException>(() => _piece.Apply(Verb.TakeOver, Sun, Monday, Reason)).Code;
    }

    [Fact]
    public void Nobody_takes_over_a_piece_of_their_own()
    {
        _piece.Take(Wang, Monday, null);
        var author = Sun with { Contacts = ["reader@example.org"] };

        Assert.Equal("own-piece", Assert.Throws<RefusedException>(() => _piece.Take(author, Monday, "理由充分")).Code);
        Assert.Equal("own-piece", Assert.Throws<RefusedException>(() => _piece.Apply(Verb.TakeOver, author, Monday, Reason)).Code);
        Assert.Equal(Wang.EditorId, _piece.Claim!.EditorId);
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
