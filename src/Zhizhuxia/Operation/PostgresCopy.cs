using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>A dump of PostgreSQL in its custom format, of the same moment as the rows that are read beside it.</summary>
public sealed class PostgresCopy(Func<PortalDb> open, PostgresTool tool) : IDatabaseCopy
{
    public DatabaseKind Kind => DatabaseKind.Postgres;

    public string FileName => "zhizhuxia.dump";

    public async Task<DatabaseSnapshot> TakeAsync(string path, CancellationToken ct)
    {
        File.Delete(path);
        var snapshot = await DatabaseSnapshot.OfPostgresAsync(open(), ct);
        var taken = false;
        try
        {
            await tool.RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--no-comments", "--no-password", $"--snapshot={snapshot.Name}", $"--file={path}"], ct);
            taken = true;
            return snapshot;
        }
        finally
        {
            if (!taken)
                await snapshot.DisposeAsync();
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken ct)
    {
        await using var db = open();
        var server = db.GetService<IRelationalDatabaseCreator>();
        return !await server.ExistsAsync(ct) || !await server.HasTablesAsync(ct);
    }

    public async Task PutBackAsync(string path, CancellationToken ct)
    {
        await using var db = open();
        var server = db.GetService<IRelationalDatabaseCreator>();
        if (!await server.ExistsAsync(ct))
            await server.CreateAsync(ct);
        await tool.RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--no-comments", "--no-password", $"--dbname={db.Database.GetDbConnection().Database}", path], ct);
    }
}
