using Zhizhuxia.Assets;

namespace Zhizhuxia.Web.Review;

/// <summary>What a browser plays of a film: the original where it can, else the proxy.</summary>
/// <param name="Address">Of the file or the playlist.</param>
/// <param name="IsPlaylist">HLS.</param>
public sealed record FilmSource(string Address, bool IsPlaylist)
{
    /// <summary>Null while there is nothing that plays.</summary>
    public static FilmSource? Of(Asset asset)
    {
        var media = $"/media/{asset.Id:N}";
        if (asset is { State: AssetState.Ready, PlayableInBrowser: true, Stored: true })
            return new($"{media}/original", false);
        return asset.Find(RenditionKind.Proxy) switch
        {
            null => null,
            { Entry: var entry } when entry.EndsWith(".m3u8", StringComparison.Ordinal) => new($"{media}/proxy/{Rendition.Alias}", true),
            { Entry: var entry } => new($"{media}/proxy/{entry}", false),
        };
    }
}
