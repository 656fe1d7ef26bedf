using System.Threading.RateLimiting;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web;

/// <summary>An <see cref="Allowance"/> as the framework asks for it.</summary>
internal sealed class AllowanceLimiter(int most, TimeSpan stretch, TimeProvider clock) : RateLimiter
{
    private readonly Allowance _allowance = new(most, stretch, clock);

    public override TimeSpan? IdleDuration => _allowance.IdleFor;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount) =>
        _allowance.TryTake(permitCount) is { } back ? new AllowanceLease(Awaitable(back), TimeSpan.Zero) : new AllowanceLease(null, _allowance.Until(permitCount));

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private static Func<Task> Awaitable(Action act) => () =>
    {
        act();
        return Task.CompletedTask;
    };
}
