using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>security.md R18: back up while pieces arrive, put back elsewhere, and go on working there.</summary>
public sealed class RestoreDrillTests(MediaRoom media, ITestOutputHelper output) : IClassFixture<MediaRoom>
{
    private readonly ConcurrentQueue<JsonElement> _receipts = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_before_a_backup_is_there_after_a_restore_and_the_films_play()
    {
        await using var portal = await PortalProcess.StartAsync(null, Ct);
        var clip = await File.ReadAllBytesAsync(await media.MakeAsync("clip.mp4", "-f lavfi -i testsrc2=s=160x90:r=25:d=2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p"), Ct);
        using var film = new PatientReader(portal, clip, 1 << 20);
        await film.RunAsync();
        await Eventually.TrueAsync(async () => await ProxyAsync(portal.Data) is not null);
        var published = await PublishAsync(portal);
        using var phone = new TusClient(portal);
        var (half, path) = (TusClient.Bytes(900_000, 7), await phone.CreateAsync(Guid.CreateVersion7(), 900_000));
        await phone.SendAsync(path, 0, half[..500_000]);
        using var over = new CancellationTokenSource();
        var readers = Task.WhenAll(LinksAsync(portal, over.Token), FilmsAsync(portal, clip, over.Token));
        await Eventually.TrueAsync(() => Task.FromResult(_receipts.Count > 20));

        var before = _receipts.ToArray();
        var backup = Path.Combine(media.Folder, $"backup-{Guid.NewGuid():N}");
        var made = await WorkerProgram.RunAsync(portal.DataFolder, ["backup", backup, "--json", .. TestDatabase.ArgumentsOf(portal.DataFolder)]);
        var during = _receipts.Count - before.Length;
        await over.CancelAsync();
        await readers;
        Assert.True(made.ExitCode == 0, made.Output + made.Errors);

        var fresh = Directory.CreateTempSubdirectory("zhizhuxia-").FullName;
        var restored = await WorkerProgram.RunAsync(media.Folder, ["restore", backup, "--json", .. TestDatabase.ArgumentsOf(fresh)]);
        Assert.True((restored.ExitCode, restored.Json.GetProperty("findings").GetArrayLength()) == (0, 0), restored.Output + restored.Errors);
        await using var again = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Storage:Root"] = fresh }, Ct);
        await CheckAsync(again, before);
        await CheckFilmsAsync(again, fresh, published);
        Assert.Equal(half.Length, await phone.SendAsync($"{again.Address.ToString().TrimEnd('/')}{path}", 500_000, half[500_000..]));
        var later = await WorkerProgram.RunAsync(fresh, ["reconcile", .. TestDatabase.ArgumentsOf(fresh)]);
        Assert.True(later.ExitCode == 0, later.Output + later.Errors);
        output.WriteLine($"{before.Length} pieces before, {during} during: 0 lost; {made.Json.GetProperty("files").GetInt32()} files, {made.Json.GetProperty("rounds").GetInt32()} round(s)");
        await again.StopAsync();
        await using var data = new PortalData(fresh, TestDatabase.SettingsOf(fresh));
        await data.RemoveAsync();
        Directory.Delete(fresh, recursive: true);
    }

    private async Task LinksAsync(PortalProcess portal, CancellationToken over)
    {
        using var reader = portal.Client();
        while (!over.IsCancellationRequested)
            _receipts.Enqueue(await Forms.ReceiptAsync(reader, Forms.Link()));
    }

    private static async Task FilmsAsync(PortalProcess portal, byte[] clip, CancellationToken over)
    {
        for (var number = 1; !over.IsCancellationRequested; number++)
        {
            using var reader = new PatientReader(portal, TusClient.Padded(clip, TusClient.Bytes(400_000, number)), 128 << 10);
            await reader.RunAsync();
        }
    }

    /// <summary>The proxy of the first film, once it is whole.</summary>
    private static async Task<(Guid Asset, Rendition Proxy)?> ProxyAsync(PortalData data)
    {
        await using var db = data.OpenDb();
        var asset = await db.Assets.AsNoTracking().OrderBy(asset => asset.Id).FirstAsync(Ct);
        return asset.Find(RenditionKind.Proxy) is { Entry: "proxy.m3u8" } proxy && asset.Findings is not null ? (asset.Id, proxy) : null;
    }

    private static async Task<Submission> PublishAsync(PortalProcess portal)
    {
        var piece = In(State.Published, TimeProvider.System.GetUtcNow());
        foreach (var made in piece.Assets[0].Renditions.ToList())
        {
            foreach (var file in made.Files)
                await StoreAsync(portal, BlobKey.Rendition(piece.Assets[0].Id, made.Attempt, file), file);
            piece.Assets[0].Add(made with { Bytes = made.Files.Sum(file => file.Length) });
        }
        await using var db = portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        await db.Assets.Where(asset => asset.Id == piece.Assets[0].Id).ExecuteUpdateAsync(set => set.SetProperty(asset => asset.Stored, false), Ct);
        return piece;
    }

    private static async Task StoreAsync(PortalProcess portal, BlobKey key, string content)
    {
        await using var scope = portal.Data.Scope();
        await ((IBlobStore)scope.ServiceProvider.GetService(typeof(IBlobStore))!).WriteAsync(key, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), Ct);
    }

    /// <summary>Receipt codes open their pieces: the newsroom's key came along.</summary>
    private static async Task CheckAsync(PortalProcess portal, JsonElement[] receipts)
    {
        using var reader = portal.Client();
        foreach (var receipt in receipts)
        {
            using var answer = await Forms.LookUpAsync(reader, receipt.GetProperty("receipt").GetString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task CheckFilmsAsync(PortalProcess portal, string folder, Submission published)
    {
        using var reader = portal.Client();
        using var film = await reader.GetAsync(new Uri($"/v/{published.ShortCode}/media/{published.Assets[0].Id:N}/720.mp4", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, "720.mp4"), (film.StatusCode, await film.Content.ReadAsStringAsync(Ct)));
        await using var data = new PortalData(folder, TestDatabase.SettingsOf(folder));
        var (asset, proxy) = (await ProxyAsync(data))!.Value;
        var playlist = Path.Combine(folder, "blobs", BlobKey.Rendition(asset, proxy.Attempt, proxy.Entry).Value);
        var made = await MadeFilm.LookAsync(media, playlist, Ct);
        Assert.Equal((160, 90, "h264"), (made.Width, made.Height, made.Coding));
        await using var db = data.OpenDb();
        Assert.Equal(published.History.Count, (await db.LoadAsync(published.Id, Ct))!.History.Count);
    }
}
