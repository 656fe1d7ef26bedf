using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Mime;

/// <summary>One address that can stand in a header: dot-atom and host name, nothing quoted and no comment (RFC 5321 §4.1.2; RFC 6531 §3.3 beyond ASCII).</summary>
public sealed partial record MailAddress
{
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = true };

    private MailAddress(string address) => Address = address;

    /// <summary>For example <c>reader@host.example</c>; the host in its ASCII form.</summary>
    public string Address { get; }

    /// <summary>The part behind the @.</summary>
    public string Host => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Every server takes it; another one only a server with SMTPUTF8.</summary>
    public bool IsAscii => Ascii.IsValid(Address);

    /// <summary>Takes a text that is exactly one address, with white space around it at most.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MailAddress? address)
    {
        address = null;
        var parts = (text ?? "").Trim().Split('@');
        if (parts.Length != 2 || Encoding.UTF8.GetByteCount(parts[0]) > 64 || !LocalPart().IsMatch(parts[0]) || ToAscii(parts[1]) is not { } host)
            return false;
        address = new MailAddress($"{parts[0]}@{host}");
        return Encoding.UTF8.GetByteCount(address.Address) <= 254;
    }

    /// <exception cref="FormatException">Not one address. The text is not repeated in the message.</exception>
    public static MailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not a mail address.");

    public override string ToString() => Address;

    private static string? ToAscii(string host)
    {
        try
        {
            var ascii = _idn.GetAscii(host).ToLowerInvariant();
            return HostName().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{Nd}-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{Nd}-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"\A([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex HostName();
}
