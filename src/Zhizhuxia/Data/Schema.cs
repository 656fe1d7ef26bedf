using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

/// <summary>The database's shape against the program's.</summary>
/// <param name="Applied">Migrations the database has, in their order.</param>
/// <param name="Pending">Migrations it lacks.</param>
/// <param name="Unknown">Migrations it has that this program does not know.</param>
public sealed record Schema(IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown)
{
    /// <summary>What a program that refuses to start ends with; sysexits.h calls it EX_CONFIG, and a supervisor need not try again.</summary>
    public const int RefusedExitCode = 78;

    public bool IsOurs => Pending.Count == 0 && Unknown.Count == 0;

    /// <summary>Of a database that need not be there yet.</summary>
    public static async Task<Schema> ReadAsync(PortalDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        List<string> applied = await db.Database.CanConnectAsync(ct) ? [.. await db.Database.GetAppliedMigrationsAsync(ct)] : [];
        return new(applied, [.. known.Except(applied)], [.. applied.Except(known)]);
    }

    /// <summary>Brings the database to the model's shape; creates it at the first start.</summary>
    /// <returns>What was applied.</returns>
    /// <exception cref="NewerSchemaException">The database is of a newer program; nothing was changed.</exception>
    public static async Task<IReadOnlyList<string>> UpgradeAsync(PortalDb db, CancellationToken ct)
    {
        using var alone = db.Database.IsSqlite() ? await SqliteAlone.EnterAsync(db, ct) : null;
        var schema = await ReadAsync(db, ct);
        schema.ThrowIfNewer();
        if (schema.Pending.Count > 0)
        {
            if (alone is not null)
                await SqliteAlone.ForgetLockAsync(db, ct);
            schema = await MigrateAsync(db, ct);
        }
        await QueueUpkeep.FillAsync(db, ct);
        return schema.Pending;
    }

    /// <returns>What it was before: on PostgreSQL another program may have been faster, while this one waited for it.</returns>
    private static async Task<Schema> MigrateAsync(PortalDb db, CancellationToken ct)
    {
        await using var alone = db.Database.IsNpgsql() ? await PostgresAlone.EnterAsync(db, ct) : null;
        var schema = await ReadAsync(db, ct);
        schema.ThrowIfNewer();
        await db.Database.MigrateAsync(ct);
        return schema;
    }

    /// <exception cref="NewerSchemaException">It is.</exception>
    public void ThrowIfNewer()
    {
        if (Unknown.Count > 0)
            throw new NewerSchemaException(Unknown);
    }

    /// <summary>For the start of a program: brings the database to the model's shape, or says on standard error why it does not.</summary>
    /// <returns>False: the program must end with <see cref="RefusedExitCode"/>.</returns>
    public static async Task<bool> IsReadyAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            await services.MigrateAsync(ct);
            return true;
        }
        catch (NewerSchemaException newer)
        {
            await Console.Error.WriteLineAsync(newer.Message);
            return false;
        }
    }
}
