using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zhizhuxia.Data;

/// <summary>For use cases that look first and write what follows from it: beside them nothing may be written that they should have seen.</summary>
public static class AloneTransaction
{
    /// <summary>Any number, the same in every process.</summary>
    private const long Lock = 0x7A7A78;

    /// <summary>
    /// A transaction beside which none of its kind runs, whatever the process. SQLite lets one write at a time anyway, from the beginning of its transaction
    /// on; on PostgreSQL a lock of the database does the same, until the transaction ends.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginAloneAsync(this PortalDb db, CancellationToken ct)
    {
        var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        return transaction;
    }
}
