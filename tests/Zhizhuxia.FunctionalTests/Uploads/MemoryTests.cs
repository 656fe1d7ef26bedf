namespace Zhizhuxia.FunctionalTests.Uploads;

public sealed class MemoryTests(ITestOutputHelper output)
{
    private const int Piece = 8 << 20;
    private const int Pieces = 32;
    private const long Allowed = 120L << 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The large version is the program <c>upload-memory</c> of the benchmarks.</summary>
    [Fact]
    public async Task A_quarter_gibibyte_costs_less_than_120_MiB_of_memory()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        using var tus = new TusClient(portal);
        var piece = TusClient.Bytes(Piece, 1);
        await tus.UploadAsync(Guid.CreateVersion7(), piece); // everything is loaded and compiled once
        var path = await tus.CreateAsync(Guid.CreateVersion7(), (long)Piece * Pieces);
        var (before, most) = (portal.WorkingSet, 0L);

        for (var sent = 0; sent < Pieces; sent++)
        {
            await tus.SendAsync(path, (long)sent * Piece, piece);
            most = Math.Max(most, portal.WorkingSet);
        }

        output.WriteLine($"grew by {(most - before) >> 20} MiB");
        Assert.InRange(most - before, long.MinValue, Allowed);
    }
}
