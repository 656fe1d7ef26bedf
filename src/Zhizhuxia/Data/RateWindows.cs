using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Data;

/// <summary>Fixed windows in the database, for web processes that must count together: one row and one statement each time.</summary>
public sealed class RateWindows(Func<PortalDb> open, SecretKey key, TimeProvider clock)
{
    /// <summary>The window that runs now.</summary>
    /// <param name="length">From one full multiple of it to the next; whole seconds.</param>
    public RateTurn TurnOf(TimeSpan length)
    {
        var (now, seconds) = (clock.GetUtcNow(), (long)length.TotalSeconds);
        var until = ((now.ToUnixTimeSeconds() / seconds) + 1) * seconds;
        return new(until, DateTimeOffset.FromUnixTimeSeconds(until) - now);
    }

    /// <summary>Takes from an allowance.</summary>
    /// <param name="whose">The limit and whose it is.</param>
    /// <param name="permits">What may be taken in a window.</param>
    /// <param name="count">What is taken now: all of it or nothing.</param>
    /// <returns>False if it is more than is left.</returns>
    public async Task<bool> TakeAsync(string whose, RateTurn turn, int permits, int count, CancellationToken ct)
    {
        if (count > permits)
            return false;
        var (row, until) = (RowOf(whose), turn.Until);
        await using var db = open();
        // A process whose clock is a little behind counts into the newer window.
        var used = await db.Database.SqlQuery<int>($"""
            INSERT INTO "RateWindows" ("Key", "Until", "Used") VALUES ({row}, {until}, {count})
            ON CONFLICT ("Key") DO UPDATE SET
                "Used" = CASE WHEN "RateWindows"."Until" < {until} THEN {count} ELSE "RateWindows"."Used" + {count} END,
                "Until" = CASE WHEN "RateWindows"."Until" < {until} THEN {until} ELSE "RateWindows"."Until" END
            WHERE "RateWindows"."Until" < {until} OR "RateWindows"."Used" + {count} <= {permits}
            RETURNING "Used" AS "Value"
            """).ToListAsync(ct);
        return used.Count == 1;
    }

    /// <summary>What was taken in a window was not needed after all; in another one it is gone anyhow.</summary>
    public async Task GiveBackAsync(string whose, RateTurn turn, int count)
    {
        var row = RowOf(whose);
        await using var db = open();
        await db.RateWindows.Where(window => window.Key == row && window.Until == turn.Until && window.Used >= count)
            .ExecuteUpdateAsync(set => set.SetProperty(window => window.Used, window => window.Used - count));
    }

    private string RowOf(string whose) => Base64Url.EncodeToString(key.Sign("rate", whose));
}

/// <summary>A window that runs.</summary>
/// <param name="Until">Its end, in seconds since 1970.</param>
/// <param name="Left">Until then.</param>
public readonly record struct RateTurn(long Until, TimeSpan Left);
