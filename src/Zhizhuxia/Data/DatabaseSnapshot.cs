using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zhizhuxia.Data;

/// <summary>The database as it is at one moment, while programs go on writing. Dispose ends it.</summary>
public sealed class DatabaseSnapshot : IAsyncDisposable
{
    private readonly IDbContextTransaction? _held;

    private DatabaseSnapshot(PortalDb db, IDbContextTransaction? held, string? name) => (Db, _held, Name) = (db, held, name);

    /// <summary>Reads the rows of that moment.</summary>
    public PortalDb Db { get; }

    /// <summary>PostgreSQL's name of it, for other connections (<c>pg_export_snapshot</c>); null: it is a file.</summary>
    public string? Name { get; }

    /// <summary>
    /// Copies the file page by page, in one go within one read transaction. Not <c>VACUUM INTO</c>: that may number rows anew, and the search
    /// index of the queue goes by their numbers.
    /// </summary>
    /// <param name="path">The copy; one file that needs no other.</param>
    public static async Task<DatabaseSnapshot> OfSqliteAsync(PortalDb live, string path, CancellationToken ct)
    {
        var copy = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        await live.Database.OpenConnectionAsync(ct);
        await using (var target = new SqliteConnection(copy.ToString()))
        {
            await target.OpenAsync(ct);
            ((SqliteConnection)live.Database.GetDbConnection()).BackupDatabase(target);
            await using var whole = target.CreateCommand();
            whole.CommandText = "PRAGMA journal_mode=DELETE";
            await whole.ExecuteNonQueryAsync(ct);
        }
        await live.Database.CloseConnectionAsync();
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(file);
        copy.Mode = SqliteOpenMode.ReadOnly;
        return new(new SqlitePortalDb(DesignTime.Builder<SqlitePortalDb>().UseSqlite(copy.ToString()).Options), null, null);
    }

    /// <summary>A transaction that sees one moment; another connection may join it by its name.</summary>
    /// <param name="live">Belongs to the snapshot from now on.</param>
    public static async Task<DatabaseSnapshot> OfPostgresAsync(PortalDb live, CancellationToken ct)
    {
        var held = await live.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var names = await live.Database.SqlQuery<string>($"""SELECT pg_export_snapshot() AS "Value" """).ToListAsync(ct);
        return new(live, held, names.Single());
    }

    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
            await _held.DisposeAsync();
        await Db.DisposeAsync();
    }
}
