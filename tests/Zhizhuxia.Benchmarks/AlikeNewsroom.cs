using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Alike;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Benchmarks;

/// <summary>A database with a piece for each film, in which the product's own search looks for what a film is like.</summary>
internal sealed class AlikeNewsroom : IAsyncDisposable
{
    private const int Hours = 24;
    private static readonly DateTimeOffset Began = TimeProvider.System.GetUtcNow().AddHours(-Hours);
    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-alike-").FullName;
    private readonly ServiceProvider _services;

    private AlikeNewsroom()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.Root)}", _folder)]).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(configuration).AddData(configuration)
            .AddScoped<SearchAlike>().BuildServiceProvider();
    }

    public static async Task<AlikeNewsroom> OpenAsync(CancellationToken ct)
    {
        var newsroom = new AlikeNewsroom();
        await newsroom._services.MigrateAsync(ct);
        return newsroom;
    }

    /// <summary>Adds a piece with a film of this print.</summary>
    public async Task<Guid> AddAsync(FilmPrint print, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var piece = new Submission { Id = Guid.CreateVersion7(), Kind = SubmissionKind.Film, Channel = Channel.Web, CreatedAt = Began };
        var asset = new Asset { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "film.mp4", Length = 1, CreatedAt = Began };
        piece.Assets.Add(asset);
        db.Add(piece);
        await db.SaveChangesAsync(ct);
        db.Add(Fingerprint.Of(asset.Id, print));
        await db.SaveChangesAsync(ct);
        await db.Submissions.Where(row => row.Id == piece.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, State.Review1), ct);
        return piece.Id;
    }

    /// <summary>Adds the keys of films that there are not: each is looked at by the index, and none in earnest.</summary>
    public async Task FillAsync(int from, int to, int keysPerFilm, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.OpenConnectionAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", ct);
        await db.Database.ExecuteSqlAsync($"""
            INSERT OR IGNORE INTO "FingerprintKeys" ("Key", "FingerprintId", "Moment")
            WITH RECURSIVE lot(n) AS (SELECT {(long)from * keysPerFilm} UNION ALL SELECT n + 1 FROM lot WHERE n + 1 < {(long)to * keysPerFilm})
            SELECT (abs(random()) % 6) * 65536 + abs(random()) % 65536, 1000 + n / {keysPerFilm}, n % 240 FROM lot ORDER BY 1
            """, ct);
    }

    /// <summary>Size of the database.</summary>
    public double Mebibytes() => new FileInfo(Path.Combine(_folder, "zhizhuxia.db")).Length / 1024.0 / 1024;

    /// <summary>What the product would suggest for a piece.</summary>
    public async Task<IReadOnlyList<FoundAlike>> SearchAsync(Guid piece, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SearchAlike>().RunAsync(piece, ct);
    }

    /// <summary>Removes a piece's fingerprint, so that one copy is not found by another.</summary>
    public async Task ForgetAsync(Guid piece, CancellationToken ct)
    {
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Fingerprints.Where(print => db.Assets.Any(asset => asset.Id == print.AssetId && asset.SubmissionId == piece)).ExecuteDeleteAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
