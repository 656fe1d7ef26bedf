using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Zhizhuxia.Web.Status;

/// <summary>
/// What a page of a piece shows when it looks again by itself: its code, sealed. Who has one has shown the code already, so that these looks are counted for
/// the piece and not for the address, where a family's tries of codes are counted.
/// </summary>
public sealed class LiveTicket(IDataProtectionProvider protection)
{
    /// <summary>The header it comes in.</summary>
    public const string Header = "Status-Ticket";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);
    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("status/live").ToTimeLimitedDataProtector();

    /// <summary>For a code that has just opened its piece; lasts two hours.</summary>
    public string For(string code) => _seal.Protect(code, Lasts);

    /// <summary>The code; null if there is no ticket, it is not ours, or it is too old.</summary>
    public string? CodeIn(HttpRequest request)
    {
        try
        {
            return request.Headers[Header] is [{ Length: > 0 } ticket] ? _seal.Unprotect(ticket) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
