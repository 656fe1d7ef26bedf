using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Jobs;

#pragma warning disable EF1002 // what is put into the SQL are words of our own enums and our own clock expressions, never input

/// <summary>
/// Claim, lease, renewal and end of jobs: the one place with provider SQL. Time is the database's own clock, so that workers' clocks do not matter.
/// Every write carries the fencing token; zero rows mean the job was taken over.
/// </summary>
public sealed class JobTable(Func<DbContext> open, IOptions<JobsOptions> options)
{
    private readonly JobsOptions _options = options.Value;

    /// <summary>Takes the first ready job of the given kinds, however long it takes.</summary>
    public Task<Job?> ClaimAsync(IReadOnlyCollection<JobKind> kinds, CancellationToken ct) => ClaimAsync(kinds, null, ct);

    /// <summary>Takes the first ready job of the given kinds, or one whose worker has fallen silent; null if there is none.</summary>
    /// <param name="kinds">What this slot does.</param>
    /// <param name="below">Only jobs that are estimated to take less; null: any.</param>
    public async Task<Job?> ClaimAsync(IReadOnlyCollection<JobKind> kinds, TimeSpan? below, CancellationToken ct)
    {
        await using var db = open();
        var names = string.Join(',', kinds.Select(kind => $"'{kind}'"));
        var (now, skip) = Dialect(db);
        var shorter = below is { } limit ? string.Create(CultureInfo.InvariantCulture, $"""AND "EstimatedSeconds" < {limit.TotalSeconds:0.###}""") : "";
        var ready = $"""FROM "Jobs" WHERE "State" = 'Ready' AND "ReadyAt" <= {now} AND "Kind" IN ({names}) {shorter}""";
        var silent = $"""FROM "Jobs" WHERE "State" = 'Running' AND "LeaseUntil" < {now} AND "Kind" IN ({names}) {shorter}""";
        // Reading first keeps idle workers away from the write lock.
        if (!await db.Database.SqlQueryRaw<int>($"""SELECT 1 AS "Value" WHERE EXISTS (SELECT 1 {ready}) OR EXISTS (SELECT 1 {silent})""").AnyAsync(ct))
            return null;
        // The head of each state in the order of the index, and the first of the two: however much waits, two rows are looked at.
        var head = $"""ORDER BY "Priority", "Turn", "ReadyAt" LIMIT 1 {skip}""";
        var claimed = await db.Set<Job>().FromSqlRaw($$"""
            WITH ready AS (SELECT "Id", "Priority", "Turn", "ReadyAt" {{ready}} {{head}}), silent AS (SELECT "Id", "Priority", "Turn", "ReadyAt" {{silent}} {{head}})
            UPDATE "Jobs" SET "State" = 'Running', "Token" = "Token" + 1, "Worker" = {0}, "Progress" = 0, "ProgressNote" = NULL, "LeaseUntil" = {{After(db, _options.Lease)}}
            WHERE "Id" = (SELECT "Id" FROM (SELECT * FROM ready UNION ALL SELECT * FROM silent) AS due ORDER BY "Priority", "Turn", "ReadyAt" LIMIT 1)
            RETURNING *
            """, _options.Worker).AsNoTracking().ToListAsync(ct);
        return claimed.SingleOrDefault();
    }

    /// <summary>Prolongs the lease.</summary>
    /// <exception cref="JobLostException">The job was taken over.</exception>
    public async Task RenewAsync(Job job, CancellationToken ct)
    {
        await using var db = open();
        Held(job, await db.Database.ExecuteSqlRawAsync(
            $$"""UPDATE "Jobs" SET "LeaseUntil" = {{After(db, _options.Lease)}} WHERE "Id" = {0} AND "Token" = {1} AND "State" = 'Running'""",
            [job.Id, job.Token], ct));
    }

    /// <exception cref="JobLostException">The job was taken over.</exception>
    public async Task ReportAsync(Job job, double fraction, string note, CancellationToken ct)
    {
        await using var db = open();
        Held(job, await Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Progress, Math.Clamp(fraction, 0, 1)).SetProperty(row => row.ProgressNote, note), ct));
    }

    /// <inheritdoc cref="CompleteAsync(Job, DbContext, Func{Task}, CancellationToken)"/>
    public static Task CompleteAsync(Job job, DbContext db, CancellationToken ct) => CompleteAsync(job, db, () => Task.CompletedTask, ct);

    /// <param name="last">Runs within the transaction, when the job is certainly ours.</param>
    /// <exception cref="JobLostException">The job was taken over; nothing was saved.</exception>
    public static async Task CompleteAsync(Job job, DbContext db, Func<Task> last, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var finished = TimeProvider.System.GetUtcNow();
        Held(job, await Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, JobState.Done).SetProperty(row => row.Progress, 1).SetProperty(row => row.FinishedAt, finished)
            .SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null).SetProperty(row => row.Error, (string?)null), ct));
        await last();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Ends an attempt that failed: back-off with jitter, or parked.</summary>
    /// <param name="job">As claimed.</param>
    /// <param name="error">For the operator's page.</param>
    /// <param name="final">Another try would end the same.</param>
    public async Task FailAsync(Job job, string error, bool final, CancellationToken ct)
    {
        var failures = job.Failures + 1;
        var dead = final || failures >= (job.Kind is JobKind.SendMail ? _options.MaxMailFailures : _options.MaxFailures) || job.Token >= _options.MaxClaims;
        await BackAsync(job, dead ? JobState.Dead : JobState.Ready, failures, BackOff(failures), error, ct);
    }

    /// <summary>Puts a job back without counting the attempt (graceful stop, sandbox closed). A job taken over meanwhile is left alone.</summary>
    public Task PutBackAsync(Job job, TimeSpan wait, string? reason, CancellationToken ct) =>
        BackAsync(job, JobState.Ready, job.Failures, wait, reason, ct);

    /// <summary>Frees what a former life of this worker still holds.</summary>
    /// <returns>Number of jobs freed.</returns>
    public async Task<int> FreeFormerLifeAsync(CancellationToken ct)
    {
        await using var db = open();
        return await db.Set<Job>().Where(row => row.State == JobState.Running && row.Worker == _options.Worker)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Ready).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    /// <summary>Gives a parked job another round, on an operator's word.</summary>
    /// <returns>False if it is not parked any more.</returns>
    public async Task<bool> RetryAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = open();
        return await db.Set<Job>().Where(row => row.Id == id && row.State == JobState.Dead).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, JobState.Ready).SetProperty(row => row.Failures, 0).SetProperty(row => row.ReadyAt, now), ct) == 1;
    }

    private async Task BackAsync(Job job, JobState state, int failures, TimeSpan wait, string? error, CancellationToken ct)
    {
        await using var db = open();
        var ready = TimeProvider.System.GetUtcNow() + wait;
        await Mine(db, job).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state).SetProperty(row => row.Failures, failures).SetProperty(row => row.ReadyAt, ready)
            .SetProperty(row => row.Error, error).SetProperty(row => row.LeaseUntil, (DateTimeOffset?)null), ct);
    }

    private TimeSpan BackOff(int failures)
    {
        var full = TimeSpan.FromTicks(Math.Min(_options.FirstBackOff.Ticks << Math.Min(failures - 1, 20), TimeSpan.TicksPerHour));
#pragma warning disable CA5394 // jitter, not a secret
        return full * (0.5 + Random.Shared.NextDouble() / 2);
#pragma warning restore CA5394
    }

    private static IQueryable<Job> Mine(DbContext db, Job job) =>
        db.Set<Job>().Where(row => row.Id == job.Id && row.Token == job.Token && row.State == JobState.Running);

    private static void Held(Job job, int rows)
    {
        if (rows == 0)
            throw new JobLostException(job.Id);
    }

    // SQLite keeps times as ticks since year 1 (100 ns); 621355968000000000 is 1970-01-01. Its clock tells whole milliseconds: the end of the one that
    // runs, or what is made ready now would not be ready yet.
    private static (string Now, string Skip) Dialect(DbContext db) => IsPostgres(db)
        ? ("clock_timestamp()", "FOR UPDATE SKIP LOCKED")
        : ("(621355968000010000 + CAST(unixepoch('subsec') * 10000000 AS INTEGER))", "");

    private static string After(DbContext db, TimeSpan span) => IsPostgres(db)
        ? $"clock_timestamp() + interval '{(long)span.TotalMilliseconds} milliseconds'"
        : $"{Dialect(db).Now} + {span.Ticks}";

    private static bool IsPostgres(DbContext db) => db.Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal);
}
