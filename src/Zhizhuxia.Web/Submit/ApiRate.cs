using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>How many pieces one sender may hand in by JSON. It counts pieces, not requests: a batch weighs as much as its links one by one.</summary>
internal sealed class ApiRate(IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _strangers = Limiter(options.Value.SubmitsPerHour, TimeSpan.FromHours(1));

    private readonly PartitionedRateLimiter<string> _partners = Limiter(options.Value.SubmitsPerKeyAndMinute, TimeSpan.FromMinutes(1));

    /// <summary>The first piece of a request, before its body is read.</summary>
    /// <exception cref="RefusedException"><c>too-many-requests</c></exception>
    public void Take(ApiSender sender) => Acquire(sender, 1);

    /// <summary>The pieces of a batch after the first.</summary>
    /// <exception cref="RefusedException"><c>batch-size</c>: more than are ever let in at once; <c>too-many-requests</c>.</exception>
    public void TakeRest(ApiSender sender, int pieces)
    {
        var most = sender.Key is null ? options.Value.SubmitsPerHour : options.Value.SubmitsPerKeyAndMinute;
        if (pieces > most)
            throw new RefusedException("batch-size", Math.Min(most, ReceiveLinks.Most));
        Acquire(sender, Math.Max(0, pieces - 1));
    }

    public void Dispose()
    {
        _strangers.Dispose();
        _partners.Dispose();
    }

    private void Acquire(ApiSender sender, int permits)
    {
        using var lease = (sender.Key is null ? _strangers : _partners).AttemptAcquire(sender.Partition, permits);
        if (!lease.IsAcquired)
            throw new RefusedException("too-many-requests");
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        sender => RateLimitPartition.GetSlidingWindowLimiter(sender, _ => new() { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 }));
}
