using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web;

/// <summary>
/// Where allowances are counted: with PostgreSQL in the database, for all web processes together; with SQLite, which is one machine, in the process:
/// a count is no reason to take the one write lock.
/// </summary>
internal sealed class Allowances(RateWindows windows, IOptions<DatabaseOptions> database, TimeProvider clock)
{
    private readonly bool _shared = database.Value.Kind is DatabaseKind.Postgres;

    /// <param name="limit">Name of the limit.</param>
    /// <param name="whose">An address, a key, a piece.</param>
    /// <param name="permits">Another setting begins anew.</param>
    public RateLimitPartition<string> Of(string limit, string whose, TimeSpan window, int permits) => RateLimitPartition.Get<string>(
        $"{limit} {whose} {permits}", _ => _shared ? new SharedWindow(windows, $"{limit} {whose}", window, permits) : new AllowanceLimiter(permits, window, clock));
}
