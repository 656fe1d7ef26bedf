using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Statistics;

namespace Zhizhuxia.Benchmarks;

/// <summary><c>statistics</c>: the page 统计 over a month and over a year of a newsroom with very many pieces, each with a history of four steps, on SQLite.</summary>
internal static class StatisticsLoad
{
    /// <returns>0; how long is long is not for this program to say.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var (count, runs) = (options.Number("pieces", 1_000_000), options.Number("runs", 3));
        var folder = Directory.CreateTempSubdirectory("zzx-statistics-");
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Root", folder.FullName)]).Build();
            await using var services = new ServiceCollection().AddLogging().AddZhizhuxia(configuration).BuildServiceProvider();
            await services.MigrateAsync(ct);
            await FillAsync(Path.Combine(folder.FullName, "zhizhuxia.db"), count, ct);
            var now = new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);
            var (month, year) = (Period.Of(30, now), Period.Of(365, now));
            Console.WriteLine($"{count:N0} pieces over three years, {4 * count:N0} steps");
            foreach (var (name, period) in new[] { ("30 days", month), ("a year", year) })
            {
                var seconds = new List<double>();
                for (var run = 0; run < runs; run++)
                    seconds.Add(await TimeAsync(services, period, ct));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {seconds.Order().ElementAt(runs / 2):0.00} s"));
            }
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(ServiceProvider services, Period period, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var begun = Stopwatch.GetTimestamp();
        var report = await scope.ServiceProvider.GetRequiredService<ReadStatistics>().RunAsync(period, new(true, true), ct);
        if (report.Totals.Received == 0)
            throw new InvalidOperationException("Nothing was counted");
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Rows made by the database itself, spread over three years; every third piece is adopted.</summary>
    private static async Task FillAsync(string file, int count, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync(ct);
        var (end, day) = (new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero).UtcTicks, TimeSpan.TicksPerDay);
        foreach (var sql in new[]
        {
            "PRAGMA synchronous=OFF",
            "CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " + count.ToString(CultureInfo.InvariantCulture) + ") SELECT i, printf('%08X-0000-7000-8000-000000000000', i) AS id, "
                + end.ToString(CultureInfo.InvariantCulture) + " - (i * 1095 % 1095000) * " + (day / 1000).ToString(CultureInfo.InvariantCulture) + " AS t FROM c",
            await InsertAsync(connection, "Submissions", new()
            {
                ["Id"] = "id", ["Number"] = "'ZX' || i", ["Kind"] = "'Film'", ["Channel"] = "CASE i % 4 WHEN 0 THEN 'Mail' WHEN 1 THEN 'Phone' ELSE 'Web' END",
                ["State"] = "CASE i % 3 WHEN 0 THEN 'Published' WHEN 1 THEN 'Closed' ELSE 'Review1' END", ["Closing"] = "CASE i % 3 WHEN 1 THEN 'Declined' END",
                ["DeclineReason"] = "CASE i % 3 WHEN 1 THEN '理由' || (i % 7) END", ["SubmittedAt"] = "t", ["CreatedAt"] = "t", ["FirstLookAt"] = $"t + (i * 7919 % 100000) * {day / 100000}",
                ["Contact_Name"] = "'读者' || (i % 50000)", ["Contact_Mobile"] = "'138' || (i % 50000)",
            }, "n", ct),
            await InsertAsync(connection, "Steps", new()
            {
                ["Id"] = "printf('%08X-%04X-7000-8000-000000000001', i, k)", ["SubmissionId"] = "id", ["Number"] = "k", ["Verb"] = "CASE k WHEN 1 THEN 'Submit' WHEN 4 THEN CASE i % 3 WHEN 1 THEN 'Decline' ELSE 'Pass' END ELSE 'Pass' END",
                ["EditorId"] = "CASE k WHEN 1 THEN NULL ELSE printf('0000000%d-0000-7000-8000-000000000002', i % 9) END", ["From"] = "'Review1'", ["To"] = "CASE k WHEN 4 THEN 'Adopted' ELSE 'Review2' END",
                ["At"] = $"t + k * (i * 104729 % 100000) * {day / 50000}", ["ActorName"] = "'编辑'",
            }, "n, (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)", ct),
            "ANALYZE",
        })
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 600);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Columns that are not named get an empty value where they must have one.</summary>
    private static async Task<string> InsertAsync(SqliteConnection connection, string table, Dictionary<string, string> values, string from, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1";
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            values.TryAdd(reader.GetString(0), reader.GetString(1) is "INTEGER" ? "0" : "'[]'");
        return $"INSERT INTO \"{table}\" ({string.Join(", ", values.Keys.Select(name => $"\"{name}\""))}) SELECT {string.Join(", ", values.Values)} FROM {from}";
    }
}
