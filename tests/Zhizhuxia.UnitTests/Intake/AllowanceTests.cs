using Zhizhuxia.Intake;

namespace Zhizhuxia.UnitTests.Intake;

public sealed class AllowanceTests
{
    private readonly Hands _clock = new();

    [Fact]
    public void What_is_taken_comes_back_when_the_stretch_is_over_and_not_before()
    {
        var allowance = new Allowance(3, TimeSpan.FromHours(1), _clock);
        Assert.NotNull(allowance.TryTake(2));
        _clock.Forward(TimeSpan.FromMinutes(20));
        Assert.NotNull(allowance.TryTake(1));

        var wait = allowance.Until(1);
        Assert.Null(allowance.TryTake(1));
        Assert.InRange(wait, TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(41));
        _clock.Forward(wait - TimeSpan.FromSeconds(1));
        Assert.Null(allowance.TryTake(1));
        _clock.Forward(TimeSpan.FromSeconds(1));
        Assert.NotNull(allowance.TryTake(2)); // and the third is still held
        Assert.Null(allowance.TryTake(1));
    }

    [Fact]
    public void A_batch_waits_for_all_it_needs_and_one_that_never_fits_for_the_last()
    {
        var allowance = new Allowance(3, TimeSpan.FromMinutes(1), _clock);
        allowance.TryTake(1);
        _clock.Forward(TimeSpan.FromSeconds(30));
        allowance.TryTake(2);

        Assert.Equal((TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(61), TimeSpan.FromSeconds(61)), (allowance.Until(1), allowance.Until(2), allowance.Until(9)));
    }

    [Fact]
    public void What_was_not_needed_is_there_again_at_once_and_once_only()
    {
        var allowance = new Allowance(2, TimeSpan.FromMinutes(1), _clock);
        var back = allowance.TryTake(2)!;
        Assert.Null(allowance.TryTake(1));

        back();
        Assert.NotNull(allowance.TryTake(2));
        _clock.Forward(TimeSpan.FromMinutes(3));
        var late = allowance.TryTake(1)!;
        _clock.Forward(TimeSpan.FromMinutes(3));
        Assert.NotNull(allowance.TryTake(2));
        late(); // its minute is over: it has come back already

        Assert.Null(allowance.TryTake(1));
    }

    [Fact]
    public void It_is_idle_once_nothing_is_held()
    {
        var allowance = new Allowance(1, TimeSpan.FromMinutes(1), _clock);
        allowance.TryTake(1);

        Assert.Null(allowance.IdleFor);
        _clock.Forward(TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromMinutes(5), allowance.IdleFor);
    }

    private sealed class Hands : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Forward(TimeSpan span) => _ticks += span.Ticks;
    }
}
