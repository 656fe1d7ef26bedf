using System.Threading.RateLimiting;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web;

/// <summary>An allowance that all web processes count together. Holds nothing itself; every try is one statement in the database.</summary>
internal sealed class SharedWindow(RateWindows windows, string whose, TimeSpan window, int permits) : RateLimiter
{
    /// <summary>Always: it may be dropped at any time.</summary>
    public override TimeSpan? IdleDuration => TimeSpan.MaxValue;

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>"Not at once": whoever wants to take waits for the database.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new AllowanceLease(null, TimeSpan.Zero);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var turn = windows.TurnOf(window);
        return await windows.TakeAsync(whose, turn, permits, permitCount, cancellationToken)
            ? new AllowanceLease(() => windows.GiveBackAsync(whose, turn, permitCount), TimeSpan.Zero)
            : new AllowanceLease(null, turn.Left);
    }
}
