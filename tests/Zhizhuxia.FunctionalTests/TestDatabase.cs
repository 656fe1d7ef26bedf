using Microsoft.EntityFrameworkCore;
using Npgsql;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests;

/// <summary>
/// Which database every test of this run is on: SQLite, or with <c>TEST_DATABASE=Postgres</c> one PostgreSQL server for the run and in it one database
/// for each data folder; the server ends with this process. Everything that opens a data folder asks here, so that no test knows the difference; a test
/// that is about one of them bears <c>[OwnDatabase]</c>.
/// </summary>
internal static partial class TestDatabase
{
    /// <summary>Trait of the tests that are on no database, or on one of their own.</summary>
    public const string Trait = "Database";

    public const string None = "None";

    private const string Variable = "TEST_DATABASE";

    private const string Shape = "shape";

    private static readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.StartAsync);

    private static readonly Lazy<Task> _shape = new(MakeShapeAsync);

    private static readonly DatabaseKind _ofRun = Enum.Parse<DatabaseKind>(Environment.GetEnvironmentVariable(Variable) ?? nameof(DatabaseKind.Sqlite));

    /// <exception cref="InvalidOperationException">The class says that it needs none: it would be left out where the suite runs on the other database.</exception>
    public static DatabaseKind Kind
    {
        get
        {
            string? own = null;
            AskTest(ref own);
            if (own is None)
                throw new InvalidOperationException("A class with [NoDatabase] opens a database");
            return own is null ? _ofRun : Enum.Parse<DatabaseKind>(own);
        }
    }

    /// <summary>What a program on this data folder must be told besides.</summary>
    public static IReadOnlyDictionary<string, string> SettingsOf(string folder) => Kind is DatabaseKind.Sqlite
        ? new Dictionary<string, string>()
        : new Dictionary<string, string>
        {
            ["Database:Kind"] = nameof(DatabaseKind.Postgres),
            ["Database:ConnectionString"] = _server.Value.GetAwaiter().GetResult().ConnectionString(Path.GetFileName(folder)),
        };

    /// <summary>As <see cref="SettingsOf"/>, with the folder, for a command line.</summary>
    public static IEnumerable<string> ArgumentsOf(string folder) => [$"--Storage:Root={folder}", .. SettingsOf(folder).Select(one => $"--{one.Key}={one.Value}")];

    /// <summary>
    /// Before a newsroom begins in a new data folder. On PostgreSQL its database is a copy of one that was brought to the program's shape once: with some
    /// three hundred newsrooms in a run, that saves minutes. On SQLite each brings its own there, as at a real first start.
    /// </summary>
    public static async Task PrepareAsync(string folder)
    {
        if (Kind is DatabaseKind.Sqlite)
            return;
        await _shape.Value;
        await using var maintenance = new NpgsqlConnection((await _server.Value).ConnectionString("postgres"));
        await maintenance.OpenAsync();
#pragma warning disable CA2100 // a name that we have made ourselves
        await using var copy = new NpgsqlCommand($"CREATE DATABASE \"{Path.GetFileName(folder)}\" TEMPLATE \"{Shape}\"", maintenance);
#pragma warning restore CA2100
        await copy.ExecuteNonQueryAsync();
    }

    /// <summary>All that the database of a data folder holds, as it lies there.</summary>
    public static async Task<IReadOnlyList<byte[]>> ContentOfAsync(string folder, CancellationToken ct) => Kind is DatabaseKind.Postgres
        ? [System.Text.Encoding.UTF8.GetBytes(await (await _server.Value).DumpAsync(Path.GetFileName(folder), ct))]
        : [.. Directory.EnumerateFiles(folder, "zhizhuxia.db*").Select(Shared)];

    /// <summary>The folder goes; so does its database where it lies elsewhere.</summary>
    public static async Task RemoveAsync(PortalDb db)
    {
        if (db.Database.IsNpgsql())
            await db.Database.EnsureDeletedAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>What the test that runs says of itself by <see cref="Trait"/>. Programs that are no tests say nothing.</summary>
    static partial void AskTest(ref string? own);

    private static async Task MakeShapeAsync()
    {
        var connection = $"{(await _server.Value).ConnectionString(Shape)};Pooling=false"; // whoever copies it must find nobody there
        await using var data = new PortalData(Path.GetTempPath(), new Dictionary<string, string> { ["Database:Kind"] = nameof(DatabaseKind.Postgres), ["Database:ConnectionString"] = connection });
        await using var db = data.OpenDb();
        await Schema.UpgradeAsync(db, CancellationToken.None);
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
