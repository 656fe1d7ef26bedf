using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>The running program with its files in an object store.</summary>
public sealed class AzurePortalTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private readonly AzureRoom _room = new(azurite);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_goes_on_at_whichever_web_process_its_next_request_meets()
    {
        var settings = Settings();
        await using var first = await PortalProcess.StartAsync(settings, Ct);
        await using var second = await PortalProcess.StartAsync(new Dictionary<string, string>(settings) { ["Storage:Root"] = first.DataFolder, ["Jobs:Run"] = "None" }, Ct);
        using var tus = new TusClient(first);
        var film = TusClient.Bytes(1_000_000, 5);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), film.Length);

        for (var (at, turn) = (0, 0); at < film.Length; at += 200_000, turn++)
            Assert.Equal(at + 200_000, await tus.SendAsync((turn % 2 == 0 ? first : second).Address.ToString().TrimEnd('/') + path, at, film[at..(at + 200_000)]));

        await Eventually.TrueAsync(async () => await StoredAsync(first) is { } stored && stored.SequenceEqual(film));
        await using var db = first.Data.OpenDb();
        Assert.Equal(TusClient.Sha256(film), (await db.Assets.SingleAsync(Ct)).Sha256);
    }

    [Fact]
    public async Task After_a_kill_the_upload_goes_on_where_the_row_says()
    {
        await using var portal = await PortalProcess.StartAsync(Settings(), Ct);
        using var tus = new TusClient(portal);
        var film = TusClient.Bytes(900_000, 6);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), film.Length);
        await tus.SendAsync(path, 0, film[..300_000]);

        await portal.KillAsync();
        await portal.StartAgainAsync(Ct);

        using var head = await tus.HeadAsync(path);
        Assert.Equal(300_000, TusClient.OffsetOf(head));
        Assert.Equal(film.Length, await tus.SendAsync(path, 300_000, film[300_000..]));
        await Eventually.TrueAsync(async () => await StoredAsync(portal) is { } stored && stored.SequenceEqual(film));
    }

    [Fact]
    public async Task A_published_film_is_read_at_the_store_and_no_new_address_is_given_after_a_takedown()
    {
        await using var portal = await PortalProcess.StartAsync(Settings(("Storage:SignedFor", "00:01:00"), ("Jobs:Run", "None")), Ct);
        var piece = await PublishedAsync(portal);
        using var reader = portal.Client();
        var path = new Uri($"/v/{piece.ShortCode}/media/{piece.Assets[0].Id:N}/720.mp4", UriKind.Relative);

        using var answer = await reader.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(azurite.Address, answer.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var browser = new HttpClient();
        using var film = await browser.GetAsync(answer.Headers.Location, Ct);
        Assert.Equal(("720.mp4", "video/mp4"), (await film.Content.ReadAsStringAsync(Ct), film.Content.Headers.ContentType?.MediaType));
        using var other = await browser.GetAsync(new Uri(answer.Headers.Location.AbsoluteUri.Replace("720.mp4", "1080.mp4", StringComparison.Ordinal)), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var page = await reader.GetAsync(new Uri($"/v/{piece.ShortCode}", UriKind.Relative), Ct);
        Assert.Contains($"connect-src 'self' {new Uri(azurite.Address).GetLeftPart(UriPartial.Authority)};", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        await TakeDownAsync(portal, piece.Id);

        using var gone = await reader.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    public void Dispose() => _room.Dispose();

    private Dictionary<string, string> Settings(params (string Name, string Value)[] more) =>
        _room.Settings.Concat(more).ToDictionary(setting => setting.Name, setting => setting.Value);

    private async Task<byte[]?> StoredAsync(PortalProcess portal)
    {
        await using var db = portal.Data.OpenDb();
        if (await db.Assets.AsNoTracking().SingleAsync(Ct) is not { Stored: true } asset)
            return null;
        await using var content = await _room.Store.OpenReadAsync(BlobKey.Original(asset.Id), Ct);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    private async Task<Submission> PublishedAsync(PortalProcess portal)
    {
        var piece = In(State.Published, TimeProvider.System.GetUtcNow()).WithLadder();
        foreach (var file in piece.Assets[0].Renditions.SelectMany(made => made.Files))
            await _room.Store.WriteAsync(BlobKey.Rendition(piece.Assets[0].Id, 1, file), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)), Ct);
        await using var db = portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        return piece;
    }

    private static async Task TakeDownAsync(PortalProcess portal, Guid id)
    {
        await using var db = portal.Data.OpenDb();
        await db.Submissions.Where(piece => piece.Id == id).ExecuteUpdateAsync(set => set.SetProperty(piece => piece.State, State.TakenDown), Ct);
    }
}
