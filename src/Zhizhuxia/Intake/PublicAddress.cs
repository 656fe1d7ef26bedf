using System.Net;

namespace Zhizhuxia.Intake;

/// <summary>Which addresses lie in the open Internet. Everything else is somebody's house, also ours.</summary>
public static class PublicAddress
{
    /// <summary>IANA IPv4 Special-Purpose Address Registry, multicast, the reserved end, and the one public address that clouds answer from within (168.63.129.16).</summary>
    private static readonly IPNetwork[] _closed4 = [.. Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4", "168.63.129.16/32")];

    /// <summary>Within 2000::/3: protocol assignments with Teredo and ORCHID, documentation, 6to4.</summary>
    private static readonly IPNetwork[] _closed6 = [.. Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")];

    private static readonly IPNetwork _global6 = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return Is(address.MapToIPv4());
        if (address.GetAddressBytes().Length == 4)
            return !_closed4.Any(network => network.Contains(address));
        var plain = new IPAddress(address.GetAddressBytes()); // a zone id is no part of it
        return address.ScopeId == 0 && _global6.Contains(plain) && !_closed6.Any(network => network.Contains(plain));
    }

    private static IEnumerable<IPNetwork> Networks(params string[] texts) => texts.Select(IPNetwork.Parse);
}
