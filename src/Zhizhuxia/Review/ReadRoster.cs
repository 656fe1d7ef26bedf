using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;

namespace Zhizhuxia.Review;

/// <summary>值班表: who stands in now, who will, and who did of late.</summary>
public sealed class ReadRoster(PortalDb db, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);
    private const int MostPast = 50;

    public async Task<IReadOnlyList<RosterRow>> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - Remembered;
        var open = await db.OpenStandInsAsync(now, ct);
        var past = await db.StandIns.AsNoTracking().Where(row => (row.EndedAt != null || row.Until <= now) && row.Until > since)
            .OrderByDescending(row => row.Until).Take(MostPast).ToListAsync(ct);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(editor => editor.Id, editor => editor.DisplayName, ct);
        return [.. open.Concat(past).Select(row => new RosterRow(row, names[row.EditorId], Standing(row, now)))];
    }

    /// <summary>Colleagues to whom a level may be lent: at work, and reading at another level.</summary>
    public async Task<IReadOnlyList<Editor>> CandidatesAsync(Guid lender, CancellationToken ct)
    {
        var people = await db.AtWork().AsNoTracking().Where(editor => editor.Id != lender).OrderBy(editor => editor.CreatedAt).ToListAsync(ct);
        return [.. people.Where(editor => DutyRoster.Lendable.Any(level => DutyRoster.MayStandIn(editor.Roles, level)))];
    }

    private static RosterTime Standing(StandIn row, DateTimeOffset now) => row switch
    {
        _ when row.IsPresent(now) => RosterTime.Present,
        _ when row.IsOpen(now) => RosterTime.Coming,
        _ => RosterTime.Past,
    };
}

/// <summary>One lending, with the name of who stands in.</summary>
public sealed record RosterRow(StandIn Lending, string Name, RosterTime Time);

public enum RosterTime
{
    Present,
    Coming,
    Past,
}
