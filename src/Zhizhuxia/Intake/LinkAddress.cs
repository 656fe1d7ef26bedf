using System.Net;

namespace Zhizhuxia.Intake;

/// <summary>The text of an address that may be shown and fetched: says nothing yet of where its name leads; that is asked when it is fetched.</summary>
public static class LinkAddress
{
    /// <summary>Characters.</summary>
    public const int Longest = 2048;

    private static readonly string[] _house = ["localhost", "local", "internal", "arpa"];

    /// <summary>The address, or null if it breaks a rule: http or https with the port that belongs to it, a DNS name with a dot, no user, no white space or backslash.</summary>
    public static Uri? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\\'))
            return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            return null;
        return address.IsDefaultPort && !HasUser(text) && address.HostNameType is UriHostNameType.Dns && IsOutside(address.IdnHost) ? address : null;
    }

    private static bool HasUser(string text)
    {
        var authority = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var end = authority.AsSpan().IndexOfAny('/', '?', '#');
        return (end < 0 ? authority : authority[..end]).Contains('@', StringComparison.Ordinal);
    }

    /// <summary>WHATWG URL: a name whose last label is a number is an address in disguise, or none at all.</summary>
    private static bool IsOutside(string idnHost)
    {
        var labels = idnHost.TrimEnd('.').ToLowerInvariant().Split('.');
        var last = labels[^1];
        return labels.Length > 1 && labels.All(label => label.Length > 0) && !IPAddress.TryParse(idnHost.TrimEnd('.'), out _)
            && !char.IsAsciiDigit(last[0]) && !_house.Contains(last);
    }
}
