using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Zhizhuxia.Data;

/// <summary>
/// New rows of one <c>SaveChanges</c>, each table's by one prepared statement. EF Core writes and SQLite parses the same words anew for every row
/// otherwise, which costs more than the rows. Everything that is no plain new row goes EF Core's own way.
/// </summary>
internal sealed class SqliteInserts(ModificationCommandBatchFactoryDependencies parts) : ModificationCommandBatch
{
    private readonly List<IReadOnlyModificationCommand> _rows = [];
    private ModificationCommandBatch? _other;
    private bool _moreExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => _other?.ModificationCommands ?? _rows;

    public override bool RequiresTransaction => _other?.RequiresTransaction ?? _rows.Count > 1;

    public override bool AreMoreBatchesExpected => _other?.AreMoreBatchesExpected ?? _moreExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        var plain = modificationCommand.EntityState is EntityState.Added && modificationCommand.ColumnModifications.All(column => column.IsWrite && !column.IsRead);
        if (plain && _other is null)
            _rows.Add(modificationCommand);
        if (plain || _rows.Count > 0)
            return plain && _other is null;
        _other ??= new Other(parts);
        return _other.TryAddCommand(modificationCommand);
    }

    public override void Complete(bool moreBatchesExpected)
    {
        _moreExpected = moreBatchesExpected;
        _other?.Complete(moreBatchesExpected);
    }

    public override void Execute(IRelationalConnection connection) =>
        throw new NotSupportedException("Saving is asynchronous here");

    public override Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default) =>
        _other?.ExecuteAsync(connection, cancellationToken) ?? InsertAsync(connection, cancellationToken);

    private async Task InsertAsync(IRelationalConnection connection, CancellationToken ct)
    {
        Dictionary<string, DbCommand> prepared = [];
        try
        {
            foreach (var row in _rows)
                await InsertAsync(row, prepared, connection, ct);
        }
        catch (DbException failed)
        {
            throw new DbUpdateException("The rows could not be written", failed, [.. _rows.SelectMany(row => row.Entries)]);
        }
        finally
        {
            foreach (var command in prepared.Values)
                await command.DisposeAsync();
        }
    }

    private async Task InsertAsync(IReadOnlyModificationCommand row, Dictionary<string, DbCommand> prepared, IRelationalConnection connection, CancellationToken ct)
    {
        var shape = $"{row.TableName} {string.Join(' ', row.ColumnModifications.Select(column => column.ColumnName))}";
        if (!prepared.TryGetValue(shape, out var command))
            prepared[shape] = command = Prepare(row, connection);
        for (var at = 0; at < row.ColumnModifications.Count; at++)
            command.Parameters[at].Value = Parameter(command, row.ColumnModifications[at], at).Value;
        await command.ExecuteNonQueryAsync(ct);
    }

    private DbCommand Prepare(IReadOnlyModificationCommand row, IRelationalConnection connection)
    {
        var (sql, columns) = (parts.SqlGenerationHelper, row.ColumnModifications);
        var command = connection.DbConnection.CreateCommand();
        command.Transaction = connection.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // names of our own model
        command.CommandText = $"""
            INSERT INTO {sql.DelimitIdentifier(row.TableName, row.Schema)} ({string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.ColumnName)))})
            VALUES ({string.Join(", ", Enumerable.Range(0, columns.Count).Select(at => Name(at)))})
            """;
#pragma warning restore CA2100
        foreach (var (at, column) in columns.Index())
            command.Parameters.Add(Parameter(command, column, at));
        return command;
    }

    private static DbParameter Parameter(DbCommand command, IColumnModification column, int at) =>
        column.TypeMapping!.CreateParameter(command, Name(at), column.Value, column.IsNullable);

    private static string Name(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{at}");

    private sealed class Other(ModificationCommandBatchFactoryDependencies parts) : AffectedCountModificationCommandBatch(parts, maxBatchSize: 1);
}
