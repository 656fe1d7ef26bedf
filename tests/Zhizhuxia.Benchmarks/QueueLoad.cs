using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// Pages of the queue, the figure of what waits and searches at growing numbers of pieces, each in a scope of its own as a request has it; pages are taken
/// from all over the list. Beside them the bare keyset query over the same pieces, fifty rows with all the row shows.
/// </summary>
internal static class QueueLoad
{
    private const double MostGrowth = 1.3;
    private const double MostOfRaw = 3;
    private const double MostMilliseconds = 50;

    /// <summary>Below this the runtime still compiles methods anew, and they are what is timed.</summary>
    private const int WarmUp = 3000;

    private static readonly Actor Me = new(new Guid("01a20000-0000-7000-8000-0000000000aa"), "我", [Role.Editor1, Role.Editor2], []);

    private static readonly int[] _sizes = [10_000, 100_000, 1_000_000];

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var (rounds, largest) = (options.Number("rounds", 400), options.Number("pieces", 1_000_000));
        List<(int Pieces, Percentiles Page, Percentiles Raw, double Search)> measured = [];
        foreach (var pieces in _sizes.Where(pieces => pieces <= largest))
        {
            var folder = Directory.CreateTempSubdirectory("zzx-queue-").FullName;
            try
            {
                await using var data = new PortalData(folder, TestDatabase.SettingsOf(folder));
                measured.Add(await MeasureAsync(data, pieces, rounds, ct));
            }
            finally
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Directory.Delete(folder, recursive: true);
            }
        }
        var (first, last) = (measured[0], measured[^1]);
        var (growth, ofRaw) = (last.Page.P99 / first.Page.P99, last.Page.P99 / last.Raw.P99);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"page at {last.Pieces} / at {first.Pieces}, p99: {growth:F2} (to reach: {MostGrowth}); page / raw keyset query, p99: {ofRaw:F2} (to reach: {MostOfRaw}); search of two signs and more, worst p99: {last.Search:F1} ms (to reach: {MostMilliseconds:F0})"));
        return growth <= MostGrowth && ofRaw <= MostOfRaw && last.Search <= MostMilliseconds ? 0 : 1;
    }

    private static async Task<(int Pieces, Percentiles Page, Percentiles Raw, double Search)> MeasureAsync(PortalData data, int pieces, int rounds, CancellationToken ct)
    {
        await using (var scope = data.Scope())
            await scope.ServiceProvider.MigrateAsync(ct);
        await using var db = data.OpenDb();
        var clock = Stopwatch.StartNew();
        await new PieceMill(db, Me.EditorId!.Value).MakeAsync(pieces, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pieces} pieces, made in {clock.Elapsed.TotalSeconds:F0} s"));

        var cursors = await CursorsAsync(db, ct);
        var page = await TimeAsync(rounds, round => ReadAsync(data, QueueFilter.Everything, cursors[round % cursors.Count], ct));
        Console.WriteLine($"  page              {page}");
        Console.WriteLine($"  what waits        {await TimeAsync(rounds, _ => CountAsync(data, ct))}");
        var raw = await TimeAsync(rounds, round => RawKeyset.ReadAsync(db, cursors[round % cursors.Count], ct));
        Console.WriteLine($"  raw keyset query  {raw}");
        var worst = 0d;
        foreach (var (name, words, state) in Searches())
        {
            var took = await TimeAsync(rounds / 4, round => ReadAsync(data, QueueFilter.Everything with { Words = words(round), State = state }, null, ct));
            Console.WriteLine($"  {name,-34}{took}");
            worst = name.StartsWith("one", StringComparison.Ordinal) ? worst : Math.Max(worst, took.P99);
        }
        return (pieces, page, raw, worst);
    }

    private static IEnumerable<(string Name, Func<int, string> Words, State? State)> Searches() =>
    [
        ("one sign", round => PieceMill.Frequent(round * 7 % 2000)[..1], null),
        ("two signs, frequent", round => PieceMill.Frequent(round % 10), null),
        ("two signs, all ranks", round => PieceMill.Frequent(round * 19 % 2000), null),
        ("two signs, nowhere", round => "饕" + PieceMill.Frequent(round % 2000)[..1], null),
        ("two words of two signs", round => $"{PieceMill.Frequent(round % 40)} {PieceMill.Frequent(round * 13 % 2000)}", null),
        ("three signs", round => PieceMill.Frequent(round % 50) + PieceMill.Frequent(round * 3 % 200)[..1], null),
        ("four signs", round => PieceMill.Frequent(round % 30) + PieceMill.Frequent(round * 7 % 300), null),
        ("number", round => string.Create(CultureInfo.InvariantCulture, $"{round * 23:D7}"), null),
        ("two signs, frequent, in 终审", round => PieceMill.Frequent(round % 10), State.Review3),
        ("two signs, all ranks, in 终审", round => PieceMill.Frequent(round * 19 % 2000), State.Review3),
    ];

    private static async Task ReadAsync(PortalData data, QueueFilter filter, string? after, CancellationToken ct)
    {
        await using var scope = data.Scope();
        await scope.ServiceProvider.GetRequiredService<ReviewQueue>().PageAsync(Me, filter, after, ct);
    }

    private static async Task CountAsync(PortalData data, CancellationToken ct)
    {
        await using var scope = data.Scope();
        await scope.ServiceProvider.GetRequiredService<ReviewQueue>().CountAsync(Me, ct);
    }

    /// <summary>The first page, and pages behind rows from all over 初审; none of them the last page, which reads on in what does not wait: at few pieces it would be every tenth, and hide what grows.</summary>
    private static async Task<List<string?>> CursorsAsync(PortalDb db, CancellationToken ct)
    {
        var rows = await db.QueueEntries.Where(entry => entry.State == State.Review1).OrderBy(entry => entry.SubmittedAt).Select(entry => new { entry.SubmittedAt, entry.SubmissionId }).ToListAsync(ct);
        var whole = rows.SkipLast(ReviewQueue.PageSize + 1).ToList();
        var step = Math.Max(1, whole.Count / 100);
        return [null, .. whole.Where((_, place) => place % step == 0).Select(row => string.Create(CultureInfo.InvariantCulture, $"w.{row.SubmittedAt.UtcTicks:x}.{row.SubmissionId:N}"))];
    }

    private static async Task<Percentiles> TimeAsync(int rounds, Func<int, Task> act)
    {
        for (var round = 0; round < Math.Max(rounds, WarmUp); round++)
            await act(round);
        List<double> took = [];
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await act(round);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return Percentiles.Of(took);
    }
}
