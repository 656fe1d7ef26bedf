using System.Globalization;
using System.Security.Claims;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web.Account;

/// <summary>Writes the record of accounts. On a connection of its own: what else a request has in hand is not saved with it.</summary>
public sealed class AccountRecord(Func<PortalDb> open, IHttpContextAccessor http, TimeProvider clock)
{
    private HttpContext Context => http.HttpContext!;

    /// <param name="of">Whose account; null where nobody has the address.</param>
    /// <param name="detail">In words; never what was typed.</param>
    public async Task AddAsync(AccountEventKind kind, Editor? of, string? detail, CancellationToken ct)
    {
        await using var db = open();
        db.AccountEvents.Add(Line(kind, of, detail));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A line for the caller to save with the change itself.</summary>
    public AccountEvent Line(AccountEventKind kind, Editor? of, string? detail)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now), At = now, Kind = kind, EditorId = of?.Id, EditorName = of?.DisplayName, By = Colleague(of), Detail = detail,
            Browser = BrowserWords.Of(Context.Request.Headers.UserAgent), Network = NetworkWords.Of(Context.Connection.RemoteIpAddress),
        };
    }

    private string? Colleague(Editor? of) =>
        Guid.TryParse(Context.User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var me) && of is not null && me != of.Id ? Context.User.Identity?.Name : null;
}
