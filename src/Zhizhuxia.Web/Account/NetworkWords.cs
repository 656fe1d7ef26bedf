using System.Net;

namespace Zhizhuxia.Web.Account;

/// <summary>Where somebody came from, as far as it helps to recognise it; the last part is nobody's business.</summary>
internal static class NetworkWords
{
    /// <summary>For example "10.0.3.*", or the /64 of an IPv6 household.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain))
            return "本机";
        var bytes = plain.GetAddressBytes();
        return bytes.Length is 4 ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*" : $"{new IPAddress([.. bytes[..8], .. new byte[8]])}/64";
    }
}
