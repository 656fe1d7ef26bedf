namespace Zhizhuxia.Publishing;

/// <summary>One film of a published piece. All addresses begin at the site's root.</summary>
/// <param name="Playlist">The HLS master playlist.</param>
/// <param name="Poster">A JPEG, or null.</param>
/// <param name="Seconds">Length, or null.</param>
/// <param name="Width">Pixels of the largest rendition as shown.</param>
/// <param name="Height">Pixels of the largest rendition as shown.</param>
/// <param name="Download">The MP4 to be saved, or null.</param>
public sealed record PublicVideo(string Playlist, string? Poster, double? Seconds, int Width, int Height, string? Download)
{
    public bool Upright => Height > Width;
}
