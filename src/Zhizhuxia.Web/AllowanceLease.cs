using System.Globalization;
using System.Threading.RateLimiting;

namespace Zhizhuxia.Web;

/// <summary>What an allowance answered: taken, or when to come again.</summary>
/// <param name="back">Gives back what was taken; null: nothing was.</param>
/// <param name="wait">Until as many are left as were asked for.</param>
internal sealed class AllowanceLease(Func<Task>? back, TimeSpan wait) : RateLimitLease
{
    public override bool IsAcquired => back is not null;

    public TimeSpan Wait => wait;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = !IsAcquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
        return metadata is not null;
    }

    /// <summary>They were not needed after all. Once.</summary>
    public Task GiveBackAsync() => back?.Invoke() ?? Task.CompletedTask;

    /// <summary>For the header Retry-After: whole seconds, one at least.</summary>
    public static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
