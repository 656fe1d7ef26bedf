using Zhizhuxia.Accounts;

namespace Zhizhuxia.UnitTests.Accounts;

public sealed class DutyRosterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly AccountsOptions Options = new();
    private readonly Editor _zhao = Person(Role.Editor3);
    private readonly Editor _wang = Person(Role.Editor1);

    [Theory]
    [InlineData(Role.Editor2)]
    [InlineData(Role.Editor3)]
    public void A_chief_or_an_administrator_lends_the_second_or_third_level_to_an_editor(Role level)
    {
        _wang.HasPasskey = true;

        Assert.Null(Obstacle(Lent(level), _zhao));
        Assert.Null(Obstacle(Lent(level), Person(Role.Administrator)));
    }

    [Fact]
    public void Nobody_else_lends() => Assert.Equal(DutyRefusals.NotYours, Obstacle(Lent(Role.Editor2), Person(Role.Editor2)));

    [Fact]
    public void Who_is_switched_off_lends_nothing()
    {
        _zhao.Disabled = true;

        Assert.Equal(DutyRefusals.NotYours, Obstacle(Lent(Role.Editor2), _zhao));
    }

    [Theory]
    [InlineData(Role.Editor1)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    public void Only_the_second_and_third_level_are_lent(Role level) => Assert.Equal(DutyRefusals.NotLendable, Obstacle(Lent(level), _zhao));

    [Fact]
    public void Nobody_lends_to_themselves()
    {
        var mine = Lent(Role.Editor2, of: _zhao);

        Assert.Equal(DutyRefusals.ToOneself, DutyRoster.Obstacle(mine, _zhao, _zhao, [], Options, Now));
    }

    [Theory]
    [InlineData(Role.Publisher)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    public void Who_does_not_judge_does_not_stand_in(Role role)
    {
        _wang.Roles = [role];

        Assert.Equal(DutyRefusals.NoReviewer, Obstacle(Lent(Role.Editor2), _zhao));
    }

    [Fact]
    public void Who_has_the_level_needs_no_lending()
    {
        _wang.Roles = [Role.Editor1, Role.Editor2];

        Assert.Equal(DutyRefusals.HasItAlready, Obstacle(Lent(Role.Editor2), _zhao));
    }

    [Fact]
    public void The_third_level_needs_a_second_factor_and_a_passkey_is_one()
    {
        var without = Obstacle(Lent(Role.Editor3), _zhao);
        _wang.HasPasskey = true;

        Assert.Equal((DutyRefusals.NeedsSecondFactor, null), (without, Obstacle(Lent(Role.Editor3), _zhao)));
    }

    [Fact]
    public void A_level_lent_is_closed_while_the_second_factor_is_gone()
    {
        var lent = Lent(Role.Editor3);
        _wang.TwoFactorEnabled = true;
        var with = DutyRoster.LentTo(_wang, [lent], Options, Now);
        _wang.TwoFactorEnabled = false;

        Assert.Equal([Role.Editor3], with);
        Assert.Empty(DutyRoster.LentTo(_wang, [lent], Options, Now));
    }

    [Theory]
    [InlineData(0, 0)] // ends as it begins
    [InlineData(-3, -1)] // is past
    [InlineData(0, 32)] // too long
    public void The_time_must_be_one(int fromDay, int untilDay)
    {
        var lent = new StandIn
        {
            Id = Guid.CreateVersion7(), Role = Role.Editor2, EditorId = _wang.Id, From = Now.AddDays(fromDay), Until = Now.AddDays(untilDay), Reason = "出差",
            LentBy = _zhao.Id, LentByName = "赵总编", LentAt = Now,
        };

        Assert.Equal(DutyRefusals.WrongTime, Obstacle(lent, _zhao));
    }

    [Fact]
    public void A_reason_is_needed() => Assert.Equal(DutyRefusals.NoReason, Obstacle(Lent(Role.Editor2, reason: "急"), _zhao));

    [Fact]
    public void The_same_level_is_not_lent_twice_at_once_but_may_be_after_an_end()
    {
        var first = Lent(Role.Editor2);
        var twice = DutyRoster.Obstacle(Lent(Role.Editor2), _zhao, _wang, [first], Options, Now);
        first.End("赵总编", Now);

        Assert.Equal((DutyRefusals.Overlaps, null), (twice, DutyRoster.Obstacle(Lent(Role.Editor2), _zhao, _wang, [first], Options, Now)));
    }

    [Fact]
    public void A_lending_begins_and_ends_by_itself()
    {
        var lent = Lent(Role.Editor2);
        bool[] present = [.. new[] { Now.AddTicks(-1), Now, lent.Until.AddTicks(-1), lent.Until }.Select(lent.IsPresent)];

        Assert.Equal([false, true, true, false], present);
        Assert.Equal([Role.Editor2], DutyRoster.LentTo(_wang, [lent], Options, Now));
        Assert.Empty(DutyRoster.LentTo(_wang, [lent], Options, lent.Until));
        Assert.Empty(DutyRoster.LentTo(Person(Role.Editor1), [lent], Options, Now));
    }

    [Fact]
    public void What_is_over_cannot_be_ended_again()
    {
        var lent = Lent(Role.Editor2);

        Assert.Equal((true, false), (lent.End("赵总编", Now), lent.End("赵总编", Now)));
        Assert.False(lent.IsPresent(Now));
    }

    private string? Obstacle(StandIn wanted, Editor lender) => DutyRoster.Obstacle(wanted, lender, _wang, [], Options, Now);

    private StandIn Lent(Role level, Editor? of = null, string reason = "李主任出差") => new()
    {
        Id = Guid.CreateVersion7(), Role = level, EditorId = (of ?? _wang).Id, From = Now, Until = Now.AddDays(3), Reason = reason,
        LentBy = _zhao.Id, LentByName = "赵总编", LentAt = Now,
    };

    private static Editor Person(params Role[] roles) => new() { DisplayName = "同事", Roles = roles };
}
