using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>The chain of changes grows at its end.</summary>
public static class SettingChanges
{
    /// <summary>The link that follows the last one; adding and saving are the caller's, and so is <see cref="AloneTransaction.BeginAloneAsync"/>: of two at once one would find its number taken.</summary>
    /// <param name="before">JSON; null: there was nothing.</param>
    /// <param name="after">JSON; null: back to the default.</param>
    public static async Task<SettingChange> NextChangeAsync(this PortalDb db, string key, string? before, string? after, Actor by, DateTimeOffset at, CancellationToken ct)
    {
        var last = await db.SettingChanges.AsNoTracking().OrderByDescending(change => change.Number).FirstOrDefaultAsync(ct);
        return new SettingChange
        {
            Number = (last?.Number ?? 0) + 1, Key = key, EditorId = by.EditorId!.Value, EditorName = by.Name, Before = before, After = after, At = at, PreviousHash = last?.Hash ?? "",
        }.Sealed();
    }
}
