using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>R1 and R2 in small: kill -9 at random moments under uploads, submits and storing.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Readers = 10;
    private const int Largest = 4 << 20;
    private const int Piece = 128 << 10;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_kills_under_ten_uploads_lose_nothing_and_double_nothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ZZX_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (ZZX_SEED={seed} runs it again)");
        var random = new Random(seed);
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        var readers = Enumerable.Range(0, Readers)
            .Select(number => new PatientReader(portal, TusClient.Bytes(random.Next(Largest / 2, Largest), seed + number), Piece)).ToList();

        var uploads = Task.WhenAll(readers.Select(reader => reader.RunAsync()));
        for (var kill = 0; kill < Kills; kill++)
        {
            // The seventeenth to twentieth meet the storing of what has arrived.
            portal.Set("Jobs:Run", kill < Kills - 4 ? "None" : "All");
            await Task.Delay(random.Next(20, 400), Ct);
            await portal.KillAsync();
            await portal.StartAgainAsync(Ct);
        }
        var numbers = await uploads;
        await CheckAsync(portal, readers, numbers);
        foreach (var reader in readers)
            reader.Dispose();
        output.WriteLine($"{Kills} kills, {Readers} uploads, {readers.Sum(reader => reader.Retries)} requests repeated: 0 lost, 0 double");
    }

    private static async Task CheckAsync(PortalProcess portal, List<PatientReader> readers, string[] numbers)
    {
        await using var db = portal.Data.OpenDb();
        await Eventually.TrueAsync(async () => !await db.Jobs.AnyAsync(job => job.Kind == JobKind.StoreAsset && job.State != JobState.Done, Ct));
        var pieces = await db.Submissions.Include(piece => piece.Assets).AsNoTracking().Where(piece => piece.State != State.Draft).ToListAsync(Ct);
        Assert.Equal(numbers.Order(), pieces.Select(piece => piece.Number).Order());
        Assert.Equal(Readers, numbers.Distinct().Count());
        await using var scope = portal.Data.Scope();
        var store = (IBlobStore)scope.ServiceProvider.GetService(typeof(IBlobStore))!;
        foreach (var reader in readers)
        {
            var asset = Assert.Single(pieces.Single(piece => piece.Id == reader.Draft).Assets);
            Assert.Equal((reader.Sha256, true), (asset.Sha256, asset.Stored));
            await using var content = await store.OpenReadAsync(BlobKey.Original(asset.Id), Ct);
            Assert.Equal(reader.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content, Ct)));
        }
        Assert.Empty(Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads")));
        Assert.Equal(Readers, Directory.GetFiles(Path.Combine(portal.DataFolder, "blobs", "originals")).Length);
        Assert.Equal(Readers, await db.Assets.CountAsync(Ct));
    }
}
