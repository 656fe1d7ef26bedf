using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Zhizhuxia.Web;

/// <summary>What one client may take (security §3). The upload endpoints raise the body limit for themselves.</summary>
internal static class Limits
{
    private const long OneMiB = 1 << 20;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 2000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.MaxRequestBodySize = OneMiB;
        kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
    }
}
