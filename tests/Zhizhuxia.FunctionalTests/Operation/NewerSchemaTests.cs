using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>Programs and commands at a database of another version.</summary>
public sealed class NewerSchemaTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_program_starts_on_a_database_of_a_newer_one_and_no_command_works_on_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using (var db = newsroom.OpenDb())
            await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetInsertScript(new("99990101000000_FromTheFuture", "99.0")), Ct);

        foreach (var program in (string[])[WorkerProcess.Assembly, PortalProgram.Find().Assembly])
        {
            var (exitCode, errors) = await StartAsync(program, newsroom.Root);
            Assert.Equal(78, exitCode);
            Assert.Contains("newer program", errors, StringComparison.Ordinal);
            Assert.Contains("99990101000000_FromTheFuture", errors, StringComparison.Ordinal);
        }
        foreach (var command in (string[])["migrate", "verify", "reconcile"])
            Assert.Equal(1, (await newsroom.OperateAsync(command)).ExitCode);
    }

    [Fact]
    public async Task Migrating_twice_and_at_once_is_migrating_once()
    {
        await using var fresh = new FreshPlace();

        var both = await Task.WhenAll(FilmShelf.OperateAsync(fresh.Root, "migrate", "--json"), FilmShelf.OperateAsync(fresh.Root, "migrate", "--json"));

        Assert.All(both, end => Assert.True(end.ExitCode == 0, end.Errors));
        Assert.Single(both.Select(end => end.Json.GetProperty("version").GetString()).Distinct());
    }

    /// <summary>PostgreSQL frees it with the connection.</summary>
    [Fact]
    [OwnDatabase(DatabaseKind.Sqlite)]
    public async Task The_lock_that_a_killed_migration_left_keeps_nobody_out()
    {
        await using var fresh = new FreshPlace();
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(fresh.Root, "zhizhuxia.db")};Pooling=false"))
        {
            await db.OpenAsync(Ct);
            await using var left = db.CreateCommand();
            left.CommandText = """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-28');""";
            await left.ExecuteNonQueryAsync(Ct);
        }

        Assert.Equal(0, (await FilmShelf.OperateAsync(fresh.Root, "migrate")).ExitCode);
    }

    private static async Task<(int ExitCode, string Errors)> StartAsync(string program, string root)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. TestDatabase.ArgumentsOf(root), "--Urls=http://127.0.0.1:0"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var errors = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        await output;
        return (process.ExitCode, errors);
    }
}
