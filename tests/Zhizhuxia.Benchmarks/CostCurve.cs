using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// What more pieces and more workers change, on PostgreSQL: links handed in per second, then the jobs of those links (a letter each) done per second by
/// one, two and three workers, then how long a job waits and takes when little is to be done. Web, workers, database and load share this machine.
/// </summary>
internal static class CostCurve
{
    private const int Connections = 16;
    private const int Trickle = 50;
    private static readonly int[] _sizes = [10_000, 100_000, 1_000_000];
    private static readonly TimeSpan _stretch = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var largest = options.Number("pieces", 100_000);
        await using var server = await PostgresServer.StartAsync();
        var database = new Dictionary<string, string> { ["Database:Kind"] = nameof(DatabaseKind.Postgres), ["Database:ConnectionString"] = server.ConnectionString("curve") };
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>(database)
        {
            ["Jobs:Run"] = "None", ["Limits:SubmitsPerHour"] = "1000000", ["Logging:LogLevel:Default"] = "Warning",
        }, ct);
        await LoadResult.MeasureAsync(portal.Address, Connections, _stretch, LinkLoad.Link(portal.Address), 202, ct); // compiled and warm
        List<string> rows = [];
        foreach (var size in _sizes.Where(size => size <= largest))
        {
            await FillAsync(portal, size, ct);
            for (var workers = 1; workers <= 3; workers++)
            {
                var row = await MeasureAsync(portal, database, size, workers, ct);
                Console.WriteLine(row);
                rows.Add(row);
            }
        }
        Console.WriteLine("| Pieces | Workers | Links a second | p99 | Jobs a second | Ready to done, p50 | p99 |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        rows.ForEach(Console.WriteLine);
        return 0;
    }

    private static async Task<string> MeasureAsync(PortalProcess portal, Dictionary<string, string> database, int size, int workers, CancellationToken ct)
    {
        var links = await LoadResult.MeasureAsync(portal.Address, Connections, _stretch, LinkLoad.Link(portal.Address), 202, ct);
        List<WorkerProcess> running = [];
        try
        {
            for (var number = 0; number < workers; number++)
                running.Add(WorkerProcess.Start(database.Concat(Settings(portal, number)).Select(setting => $"--{setting.Key}={setting.Value}")));
            await using var db = portal.Data.OpenDb();
            var (jobs, seconds) = await DrainAsync(db, ct);
            var began = TimeProvider.System.GetUtcNow();
            using var connection = await LoadConnection.OpenAsync(portal.Address, ct);
            for (var number = 0; number < Trickle; number++)
            {
                await connection.AskAsync(LinkLoad.Link(portal.Address)(), ct);
                await Task.Delay(100, ct);
            }
            await DrainAsync(db, ct);
            var took = await db.Jobs.Where(job => job.CreatedAt > began && job.State == JobState.Done && job.Kind == JobKind.SendMail)
                .Select(job => new { job.ReadyAt, job.FinishedAt }).ToListAsync(ct);
            var waits = Percentiles.Of([.. took.Select(job => (job.FinishedAt!.Value - job.ReadyAt).TotalMilliseconds)]);
            return string.Create(CultureInfo.InvariantCulture,
                $"| {size} | {workers} | {links.PerSecond:F0} | {links.P99:F0} ms | {jobs / seconds:F0} | {waits.P50:F0} ms | {waits.P99:F0} ms |");
        }
        finally
        {
            foreach (var worker in running)
                await worker.DisposeAsync();
        }
    }

    private static Dictionary<string, string> Settings(PortalProcess portal, int number) => new()
    {
        ["Storage:Root"] = portal.DataFolder, ["Jobs:Worker"] = $"curve{number}", ["Intake:FetchLinks"] = "false", ["Logging:LogLevel:Default"] = "Warning", ["Inbox:Kind"] = "None",
    };

    /// <summary>From the first job that is done to the last that was ready: the start of the workers does not count.</summary>
    private static async Task<(int Jobs, double Seconds)> DrainAsync(PortalDb db, CancellationToken ct)
    {
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(1);
        IQueryable<Job> open = db.Jobs.Where(job => job.Kind == JobKind.SendMail && job.State != JobState.Done && job.ReadyAt < soon);
        var first = await open.CountAsync(ct);
        var left = first;
        while (left == first && first > 0)
        {
            await Task.Delay(20, ct);
            left = await open.CountAsync(ct);
        }
        var (done, clock) = (left, System.Diagnostics.Stopwatch.StartNew());
        while (await open.AnyAsync(ct))
            await Task.Delay(20, ct);
        return (done, clock.Elapsed.TotalSeconds);
    }

    /// <summary>Pieces of the past, each with its row of the queue and a job that is done.</summary>
    private static async Task FillAsync(PortalProcess portal, int size, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        var more = size - await db.Submissions.CountAsync(ct);
        if (more <= 0)
            return;
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlAsync($"""
            WITH made AS (
                INSERT INTO "Submissions" ("Id", "Number", "Kind", "Channel", "State", "RowVersion", "Title", "Text", "Credits", "Digest", "CreatedAt", "SubmittedAt", "OriginalWaived", "IsUrgent")
                SELECT gen_random_uuid(), 'ZX' || {size}::text || '-' || n, 'Link', 'Web', CASE WHEN n % 10 = 0 THEN 'Review1' ELSE 'Closed' END, 1,
                    '湘江边的龙舟 ' || n, '端午节上午在湘江风光带拍的龙舟赛。', '[]', '', now() - n * interval '1 minute', now() - n * interval '1 minute', false, false
                FROM generate_series(1, {more}) AS n
                RETURNING "Id", "Number", "Title", "Kind", "Channel", "State", "SubmittedAt"),
            worked AS (
                INSERT INTO "Jobs" ("Id", "Kind", "State", "SubmissionId", "Priority", "Turn", "EstimatedSeconds", "ReadyAt", "Token", "Failures", "Progress", "CreatedAt", "FinishedAt")
                SELECT gen_random_uuid(), 'SendMail', 'Done', "Id", 5, 0, 0, "SubmittedAt", 1, 0, 1, "SubmittedAt", "SubmittedAt" FROM made)
            INSERT INTO "QueueEntries" ("SubmissionId", "Number", "Title", "Kind", "Channel", "State", "SubmittedAt", "Marks", "Version", "Steps", "Upright", "ChangedAt", "Words")
            SELECT "Id", "Number", "Title", "Kind", "Channel", "State", "SubmittedAt", 0, 1, 1, false, "SubmittedAt", lower("Number") || "Title" FROM made
            """, ct);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", ct);
    }
}
