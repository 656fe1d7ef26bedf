using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Settings;

namespace Zhizhuxia.Data;

/// <summary>Brings what administrators have set from the database to this program.</summary>
public sealed class LoadSettings(Func<PortalDb> open, CurrentSettings settings)
{
    /// <summary>Does nothing where nothing has changed.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = open();
        var number = await db.SettingChanges.MaxAsync(change => (int?)change.Number, ct) ?? 0;
        if (number != settings.Number)
            settings.Replace(number, await db.SettingDocuments.AsNoTracking().ToListAsync(ct));
    }
}
