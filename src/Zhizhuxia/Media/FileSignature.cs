using System.Text;

namespace Zhizhuxia.Media;

/// <summary>
/// Tells by its first bytes what a file is, whatever its name says. Runs before any parser: what is no container of
/// moving pictures never reaches ffprobe, which would take a text for a film (tty) and open a playlist's neighbours.
/// </summary>
public static class FileSignature
{
    /// <summary>Number of bytes that are looked at.</summary>
    public const int Length = 1024;

    private static readonly string[] IsoBoxes = ["ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx", "uuid"];
    private static readonly string[] PictureBrands = ["heic", "heix", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];
    private static readonly string[] PlaylistStarts = ["#EXTM3U", "[playlist]", "ffconcat", "<smil", "<MPD", "v=0\r", "v=0\n", "RTSPtext", "SMILtext"];

    /// <summary>The refusal code for what cannot be a film; null when a parser may look.</summary>
    /// <param name="head">The first <see cref="Length"/> bytes, fewer when the file is shorter.</param>
    public static string? Refuse(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            return MediaRefusals.Empty;
        if (IsPicture(head))
            return MediaRefusals.StillImage;
        if (IsContainer(head))
            return null;
        return IsPlaylist(head) ? MediaRefusals.Playlist : MediaRefusals.NotMedia;
    }

    private static bool IsContainer(ReadOnlySpan<byte> head) =>
        (head.Length >= 8 && IsOneOf(head[4..], IsoBoxes))
        || head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])                      // Matroska, WebM
        || head.StartsWith("FLV"u8) || head.StartsWith("OggS"u8)
        || (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("AVI "u8))
        || head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11])  // ASF
        || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xB3])  // MPEG program stream
        || IsTransportStream(head, 0, 188) || IsTransportStream(head, 4, 192);

    // A sync byte 0x47 at the head of three packets in a row (MTS puts a 4-byte time code before each).
    private static bool IsTransportStream(ReadOnlySpan<byte> head, int first, int packet)
    {
        if (head.Length <= first + 2 * packet)
            return false;
        return head[first] == 0x47 && head[first + packet] == 0x47 && head[first + 2 * packet] == 0x47;
    }

    private static bool IsPicture(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || head.StartsWith("GIF8"u8) || head.StartsWith("BM"u8)
        || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8)
        || (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8))
        || (head.Length >= 12 && head[4..].StartsWith("ftyp"u8) && IsOneOf(head[8..], PictureBrands));

    private static bool IsPlaylist(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return PlaylistStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || text.Contains("<MPD", StringComparison.Ordinal) || text.Contains("<asx", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOneOf(ReadOnlySpan<byte> at, string[] words)
    {
        var word = Encoding.Latin1.GetString(at[..Math.Min(4, at.Length)]);
        return words.Contains(word);
    }
}
