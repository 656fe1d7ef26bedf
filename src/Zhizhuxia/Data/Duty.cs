using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Data;

/// <summary>Looks at the duty roster.</summary>
public static class Duty
{
    /// <summary>What is lent now, or will be; not tracked.</summary>
    public static async Task<IReadOnlyList<StandIn>> OpenStandInsAsync(this PortalDb db, DateTimeOffset now, CancellationToken ct) =>
        await db.StandIns.AsNoTracking().Where(row => row.EndedAt == null && row.Until > now).OrderBy(row => row.From).ThenBy(row => row.Id).ToListAsync(ct);

    /// <summary>The roles lent to one person now.</summary>
    public static async Task<IReadOnlyList<Role>> LentToAsync(this PortalDb db, Editor editor, AccountsOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.StandIns.AsNoTracking().Where(row => row.EditorId == editor.Id && row.EndedAt == null && row.From <= now && row.Until > now).ToListAsync(ct);
        return DutyRoster.LentTo(editor, rows, options, now);
    }
}
