using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

/// <summary>
/// Of several programs that start at one SQLite file, one migrates it. The kernel holds the lock and frees it with the process; the lock that the
/// migrations take themselves is a row, and after a kill -9 every later start would wait for it for ever.
/// </summary>
internal static class SqliteAlone
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <returns>Dispose lets the next one in.</returns>
    public static async Task<FileStream> EnterAsync(PortalDb db, CancellationToken ct)
    {
        var path = $"{db.Database.GetDbConnection().DataSource}.migrating";
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Again, ct);
            }
        }
    }

    /// <summary>Nobody else migrates now: a lock that stands in the database is a dead program's.</summary>
    public static async Task ForgetLockAsync(PortalDb db, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct))
            return;
        try
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, ct);
        }
        catch (SqliteException none) when (none.SqliteErrorCode == 1)
        {
            // A database that was never migrated has no such table.
        }
    }
}
