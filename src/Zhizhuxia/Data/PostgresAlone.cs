using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Zhizhuxia.Data;

/// <summary>
/// Of several programs that start at once on a PostgreSQL database one brings it to its shape, the others wait for it. EF Core's own lock is one of a
/// transaction and ends with the first migration: a second program then made the others beside it, and failed.
/// </summary>
internal sealed class PostgresAlone : IAsyncDisposable
{
    /// <summary>Any number, the same in every process; another than that of <see cref="AloneTransaction"/>.</summary>
    private const long Lock = 0x7A7A79;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(10);
    private readonly PortalDb _db;

    private PostgresAlone(PortalDb db) => _db = db;

    /// <summary>Waits until nobody else is in; makes the database if there is none. The context's connection stays open until the end.</summary>
    public static async Task<PostgresAlone> EnterAsync(PortalDb db, CancellationToken ct)
    {
        await CreateAsync(db, ct);
        await db.Database.OpenConnectionAsync(ct);
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(_longest);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", ct);
        db.Database.SetCommandTimeout(usual);
        return new(db);
    }

    /// <summary>The server frees the lock of a connection that is gone by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        await _db.Database.CloseConnectionAsync();
    }

    private static async Task CreateAsync(PortalDb db, CancellationToken ct)
    {
        if (await db.Database.CanConnectAsync(ct))
            return;
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync(ct);
        }
        catch (PostgresException first) when (first.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // another program has just made it
        }
    }
}
