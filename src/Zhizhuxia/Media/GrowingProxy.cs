using System.Globalization;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>
/// Shows a proxy while it is being made. Files in the store never change, so each round stores what is new and a
/// snapshot of the playlist under a new name; the row names the newest. Asked for by <see cref="Rendition.Alias"/>,
/// a player always gets the newest one and reloads it until the end is in it.
/// </summary>
internal sealed class GrowingProxy(RenditionShelf shelf, Asset asset, long attempt, PlannedOutput planned, string folder)
{
    // A player takes a list without an end for live television and would begin at its edge (RFC 8216 §4.3.5.2).
    private const string FromTheStart = "#EXT-X-START:TIME-OFFSET=0";

    private readonly List<string> _files = [];
    private long _bytes;
    private int _snapshots;

    /// <summary>Stores new segments, if any, and shows them.</summary>
    public async Task ShowNewAsync(CancellationToken ct)
    {
        var playlist = await ReadAsync(ct);
        if (!await StoreNewAsync(playlist, ct))
            return;
        var name = string.Create(CultureInfo.InvariantCulture, $"{ProxyPlan.Name}-{++_snapshots:D4}.m3u8");
        await File.WriteAllLinesAsync(Path.Combine(folder, name), [playlist[0], FromTheStart, .. playlist[1..]], ct);
        await StoreAsync(name, ct);
        await shelf.ShowAsync(asset, Rendition(name), ct);
    }

    /// <summary>Stores the rest and the whole playlist.</summary>
    /// <returns>The rendition to be published.</returns>
    public async Task<Rendition> FinishAsync(CancellationToken ct)
    {
        await StoreNewAsync(await ReadAsync(ct), ct);
        var name = TranscodePlan.Playlist(ProxyPlan.Name);
        await StoreAsync(name, ct);
        return Rendition(name);
    }

    // A finished round with at least one segment; ffmpeg replaces the playlist by renaming.
    private async Task<string[]> ReadAsync(CancellationToken ct)
    {
        var path = Path.Combine(folder, TranscodePlan.Playlist(ProxyPlan.Name));
        return File.Exists(path) ? await File.ReadAllLinesAsync(path, ct) : [];
    }

    private async Task<bool> StoreNewAsync(string[] playlist, CancellationToken ct)
    {
        var unseen = HlsPlaylist.Files(playlist).Except(_files).ToList();
        foreach (var name in unseen)
            await StoreAsync(name, ct);
        return unseen.Count > 0;
    }

    private async Task StoreAsync(string name, CancellationToken ct)
    {
        _bytes += await shelf.StoreAsync(asset.Id, attempt, Path.Combine(folder, name), ct);
        _files.Add(name);
    }

    private Rendition Rendition(string entry) =>
        new(RenditionKind.Proxy, attempt, entry, [.. _files], planned.Width, planned.Height, _bytes);
}
