using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

/// <summary>What the database can say of itself.</summary>
public static class DatabaseCheck
{
    /// <summary>A line for each thing that is wrong. PostgreSQL checks references with every write and pages as it reads them; SQLite is asked.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(PortalDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return [];
        var damage = await db.Database.SqlQuery<string>($"""SELECT integrity_check AS "Value" FROM pragma_integrity_check""").ToListAsync(ct);
        var dangling = await db.Database.SqlQuery<string>($"""SELECT "table" || ' ' || rowid || ' → ' || "parent" AS "Value" FROM pragma_foreign_key_check""").ToListAsync(ct);
        return [.. damage.Where(line => line != "ok"), .. dangling];
    }
}
