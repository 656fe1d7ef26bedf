using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Web.Submit;

/// <summary>How many pieces one sender may hand in by JSON. It counts pieces, not requests: a batch weighs as much as its links one by one.</summary>
internal sealed class ApiRate(Allowances allowances, IOptions<LimitsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<ApiSender> _senders = PartitionedRateLimiter.Create<ApiSender, string>(sender =>
    {
        var (limit, most, stretch) = Of(sender, options.Value);
        return allowances.Of(limit, sender.Partition, stretch, most);
    });

    /// <summary>Pieces of one sender that may come together at all.</summary>
    public int MostOf(ApiSender sender) => Of(sender, options.Value).Most;

    /// <summary>All of them, or none and how long until they are left.</summary>
    public async Task<AllowanceLease> TakeAsync(ApiSender sender, int pieces, CancellationToken ct) => (AllowanceLease)await _senders.AcquireAsync(sender, pieces, ct);

    public void Dispose() => _senders.Dispose();

    private static (string Limit, int Most, TimeSpan Stretch) Of(ApiSender sender, LimitsOptions limits) => sender.Key is null
        ? ("api-address", limits.SubmitsPerHour, TimeSpan.FromHours(1))
        : ("api-key", limits.SubmitsPerKeyAndMinute, TimeSpan.FromMinutes(1));
}
