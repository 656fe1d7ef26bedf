using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>Gives SQLite the function <c>grams</c>, which the triggers of <see cref="QueueSchema"/> call: every connection that writes pieces must have it.</summary>
internal sealed class SqliteGrams : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Add(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Add(connection);
        return Task.CompletedTask;
    }

    private static void Add(DbConnection connection) =>
        ((SqliteConnection)connection).CreateFunction("grams", (string words) => SearchWords.Grams(words), isDeterministic: true);
}
