using System.Text;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>
/// What may be shown to a parser at all, by its first bytes. Runs before any of them: what is no container of
/// moving pictures never reaches ffprobe, which would take a text for a film (tty) and open a playlist's neighbours.
/// </summary>
public static class FileSignature
{
    private static readonly string[] PlaylistStarts = ["#EXTM3U", "[playlist]", "ffconcat", "<smil", "<MPD", "v=0\r", "v=0\n", "RTSPtext", "SMILtext"];

    /// <summary>The refusal code for what cannot be a film; null when a parser may look.</summary>
    /// <param name="head">The first <see cref="ContentType.HeadLength"/> bytes, fewer when the file is shorter.</param>
    public static string? Refuse(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return MediaRefusals.Empty;
        var type = ContentType.Of(head) ?? "";
        if (type.StartsWith("image/", StringComparison.Ordinal))
            return MediaRefusals.StillImage;
        if (type.StartsWith("video/", StringComparison.Ordinal) || type is "audio/ogg" or "audio/mp4")
            return null; // containers: a parser says whether there is a picture
        return IsPlaylist(head) ? MediaRefusals.Playlist : MediaRefusals.NotMedia;
    }

    private static bool IsPlaylist(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return PlaylistStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || text.Contains("<MPD", StringComparison.Ordinal) || text.Contains("<asx", StringComparison.OrdinalIgnoreCase);
    }
}
