using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhizhuxia.Data;

/// <summary>What SQLite keeps per connection: full sync (an acknowledged piece survives a power cut) and waiting for the write lock.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Journal = "PRAGMA journal_mode=WAL;";
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Of(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Of(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The kind of journal is a change of the file, which a connection for reading may not make.</summary>
    private static string Of(DbConnection connection) =>
        connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase) ? Pragmas : Journal + Pragmas;
}
