using System.Text;

namespace Zhizhuxia.Assets;

/// <summary>Tells by its first bytes what a file is, whatever its name or label says. Pure.</summary>
public static class ContentType
{
    /// <summary>Number of bytes that are looked at.</summary>
    public const int HeadLength = 1024;

    private static readonly string[] IsoBoxes = ["moov", "mdat", "free", "skip", "wide", "pnot", "styp", "moof", "sidx", "uuid"];

    private static readonly (byte[] Start, string Type)[] Starts =
    [
        ([0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"), ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "video/x-ms-asf"),
        ([0, 0, 1, 0xBA], "video/mpeg"), ([0, 0, 1, 0xB3], "video/mpeg"), ("FLV"u8.ToArray(), "video/x-flv"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, 0x50, 0x4E, 0x47], "image/png"), ("GIF8"u8.ToArray(), "image/gif"), ("BM"u8.ToArray(), "image/bmp"),
        ("II*\0"u8.ToArray(), "image/tiff"), ("MM\0*"u8.ToArray(), "image/tiff"), ("%PDF"u8.ToArray(), "application/pdf"),
        ("PK\u0003\u0004"u8.ToArray(), "application/zip"), ("Rar!"u8.ToArray(), "application/vnd.rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        ([0x1F, 0x8B], "application/gzip"), ([0xD0, 0xCF, 0x11, 0xE0], "application/x-ole-storage"), ("ID3"u8.ToArray(), "audio/mpeg"),
        ("#!AMR"u8.ToArray(), "audio/amr"), ("fLaC"u8.ToArray(), "audio/flac"),
    ];

    /// <summary>The media type; null when the bytes say nothing.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, fewer when the file is shorter.</param>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
            return Riff(head[8..]);
        if (head.StartsWith("OggS"u8))
            return head[..Math.Min(64, head.Length)].IndexOf("theora"u8) >= 0 ? "video/ogg" : "audio/ogg";
        if (head.Length >= 8 && IsoMedia(head) is { } iso)
            return iso;
        if (IsTransportStream(head, 0, 188) || IsTransportStream(head, 4, 192))
            return "video/mp2t";
        foreach (var (start, type) in Starts)
        {
            if (head.StartsWith(start))
                return type;
        }
        return null;
    }

    private static string Riff(ReadOnlySpan<byte> kind)
    {
        if (kind.StartsWith("AVI "u8))
            return "video/x-msvideo";
        return kind.StartsWith("WEBP"u8) ? "image/webp" : "audio/wav";
    }

    private static string? IsoMedia(ReadOnlySpan<byte> head)
    {
        var box = Encoding.Latin1.GetString(head.Slice(4, 4));
        if (box != "ftyp")
            return IsoBoxes.Contains(box) ? "video/quicktime" : null;
        return Encoding.Latin1.GetString(head[8..Math.Min(12, head.Length)]) switch
        {
            "qt  " => "video/quicktime",
            "heic" or "heix" or "hevc" or "hevx" or "mif1" or "msf1" => "image/heic",
            "avif" or "avis" => "image/avif",
            "M4A " or "M4B " => "audio/mp4",
            ['3', 'g', ..] => "video/3gpp",
            _ => "video/mp4",
        };
    }

    // A sync byte 0x47 at the head of three packets in a row (MTS puts a 4-byte time code before each).
    private static bool IsTransportStream(ReadOnlySpan<byte> head, int first, int packet) =>
        head.Length > first + 2 * packet && head[first] == 0x47 && head[first + packet] == 0x47 && head[first + 2 * packet] == 0x47;
}
