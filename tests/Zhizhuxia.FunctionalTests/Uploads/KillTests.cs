using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>R1 and R2 in small: kill -9 at random moments under uploads, submits and storing.</summary>
public sealed class KillTests(MediaRoom media, ITestOutputHelper output) : IClassFixture<MediaRoom>
{
    private const int Kills = 20;
    private const int Readers = 10;
    private const int Largest = 4 << 20;
    private const int Piece = 128 << 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each reader sends one film after another until the last kill is over, so that every kill meets ten uploads.</summary>
    [Fact]
    public async Task Twenty_kills_under_ten_uploads_lose_nothing_and_double_nothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ZZX_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (ZZX_SEED={seed} runs it again)");
        var began = Stopwatch.StartNew();
        var random = new Random(seed);
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        using var over = new CancellationTokenSource();
        ConcurrentBag<PatientReader> films = [];
        var clip = await File.ReadAllBytesAsync(await media.MakeAsync("clip.mp4", "-f lavfi -i testsrc2=s=160x90:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"), Ct);

        var readers = Task.WhenAll(Enumerable.Range(0, Readers).Select(number => SendAsync(portal, new Random(seed + number + 1), clip, films, over.Token)));
        for (var kill = 0; kill < Kills; kill++)
        {
            // The seventeenth to twentieth meet the storing of what has arrived.
            portal.Set("Jobs:Run", kill < Kills - 4 ? "None" : "All");
            await Task.Delay(random.Next(20, 400), Ct);
            Assert.False(readers.IsCompleted, "A kill met no upload");
            await portal.KillAsync();
            await portal.StartAgainAsync(Ct);
        }
        await over.CancelAsync();
        await readers;

        await CheckAsync(portal, [.. films]);
        var cut = films.Sum(film => film.Cut);
        output.WriteLine($"{Kills} kills, {Readers} readers, {films.Count} films, {cut} requests cut in the middle of their bytes, {began.Elapsed.TotalSeconds:F0} s: 0 lost, 0 double");
        Assert.True(cut >= Kills, $"Only {cut} requests were cut: the kills met too little");
        foreach (var film in films)
            film.Dispose();
    }

    private static async Task SendAsync(PortalProcess portal, Random random, byte[] clip, ConcurrentBag<PatientReader> films, CancellationToken over)
    {
        do
        {
            var film = new PatientReader(portal, Padded(clip, TusClient.Bytes(random.Next(Largest / 2, Largest), random.Next())), Piece);
            films.Add(film);
            await film.RunAsync();
        }
        while (!over.IsCancellationRequested);
    }

    /// <summary>A film of its own that is inspected and accepted: the clip with a free box of other bytes (ISO/IEC 14496-12, 8.1.2).</summary>
    private static byte[] Padded(byte[] clip, byte[] bytes)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, header.Length + bytes.Length);
        "free"u8.CopyTo(header.AsSpan(4));
        return [.. clip, .. header, .. bytes];
    }

    private static async Task CheckAsync(PortalProcess portal, List<PatientReader> films)
    {
        await using var db = portal.Data.OpenDb();
        await Eventually.TrueAsync(async () => !await db.Jobs.AnyAsync(job => job.Kind == JobKind.StoreAsset && job.State != JobState.Done, Ct));
        var pieces = await db.Submissions.Include(piece => piece.Assets).AsNoTracking().Where(piece => piece.State != State.Draft).ToListAsync(Ct);
        Assert.Equal(films.Select(film => film.Number).Order(), pieces.Select(piece => piece.Number).Order());
        Assert.Distinct(films.Select(film => film.Number));
        await using var scope = portal.Data.Scope();
        var store = (IBlobStore)scope.ServiceProvider.GetService(typeof(IBlobStore))!;
        foreach (var film in films)
        {
            var asset = Assert.Single(pieces.Single(piece => piece.Id == film.Draft).Assets);
            Assert.Equal((film.Sha256, true), (asset.Sha256, asset.Stored));
            await using var content = await store.OpenReadAsync(BlobKey.Original(asset.Id), Ct);
            Assert.Equal(film.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, Ct)));
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads")));
        Assert.Equal(films.Count, Directory.GetFiles(Path.Combine(portal.DataFolder, "blobs", "originals")).Length);
        Assert.Equal(films.Count, await db.Assets.CountAsync(Ct));
    }
}
