using System.Text;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Says by its first bytes what a part is, whatever its label says; the label counts only where the bytes say nothing.</summary>
internal static class PartType
{
    /// <summary>Number of bytes that are looked at.</summary>
    public const int Length = 1024;

    private const string Unknown = "application/octet-stream";

    private static readonly string[] _isoBoxes = ["moov", "mdat", "free", "skip", "wide", "pnot", "moof"];

    private static readonly (byte[] Start, string Type)[] _starts =
    [
        ([0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"), ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "video/x-ms-asf"),
        ([0, 0, 1, 0xBA], "video/mpeg"), ([0, 0, 1, 0xB3], "video/mpeg"), ("FLV"u8.ToArray(), "video/x-flv"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, 0x50, 0x4E, 0x47], "image/png"), ("GIF8"u8.ToArray(), "image/gif"), ("BM"u8.ToArray(), "image/bmp"),
        ("II*\0"u8.ToArray(), "image/tiff"), ("MM\0*"u8.ToArray(), "image/tiff"), ("%PDF"u8.ToArray(), "application/pdf"),
        ("PK\u0003\u0004"u8.ToArray(), "application/zip"), ("Rar!"u8.ToArray(), "application/vnd.rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
        ([0x1F, 0x8B], "application/gzip"), ([0xD0, 0xCF, 0x11, 0xE0], "application/x-ole-storage"), ("ID3"u8.ToArray(), "audio/mpeg"),
        ("#!AMR"u8.ToArray(), "audio/amr"), ("fLaC"u8.ToArray(), "audio/flac"),
    ];

    /// <summary>The type by content; else the declared one, but never a video or a picture that is none.</summary>
    /// <param name="head">The first <see cref="Length"/> bytes, fewer when the part is shorter.</param>
    /// <param name="declared">Content-Type, lower case.</param>
    public static string Of(ReadOnlySpan<byte> head, string declared)
    {
        if (ByContent(head) is { } type)
            return type;
        if (LooksLikeHtml(head))
            return "text/html";
        return declared.StartsWith("video/", StringComparison.Ordinal) || declared.StartsWith("image/", StringComparison.Ordinal) || declared.Length > 100 ? Unknown : declared;
    }

    /// <summary>Usual ending of a file of this type, with its dot; empty if there is none.</summary>
    public static string EndingOf(string type) => type switch
    {
        "video/mp4" => ".mp4",
        "video/quicktime" => ".mov",
        "video/3gpp" => ".3gp",
        "video/x-matroska" => ".mkv",
        "video/x-flv" => ".flv",
        "video/x-msvideo" => ".avi",
        "video/x-ms-asf" => ".wmv",
        "video/mpeg" => ".mpg",
        "video/mp2t" => ".ts",
        "video/ogg" => ".ogv",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/heic" => ".heic",
        "application/pdf" => ".pdf",
        "application/zip" => ".zip",
        "text/html" => ".html",
        "text/plain" => ".txt",
        "application/ms-tnef" => ".dat",
        _ => "",
    };

    private static string? ByContent(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
            return Riff(head[8..]);
        if (head.StartsWith("OggS"u8))
            return head.Slice(0, Math.Min(64, head.Length)).IndexOf("theora"u8) >= 0 ? "video/ogg" : "audio/ogg";
        if (head.Length >= 8 && IsoMedia(head) is { } iso)
            return iso;
        if (head.Length > 376 && head[0] == 0x47 && head[188] == 0x47 && head[376] == 0x47)
            return "video/mp2t";
        if (head.Length > 388 && head[4] == 0x47 && head[196] == 0x47 && head[388] == 0x47)
            return "video/mp2t";
        foreach (var (start, type) in _starts)
        {
            if (head.StartsWith(start))
                return type;
        }
        return null;
    }

    private static string? Riff(ReadOnlySpan<byte> kind)
    {
        if (kind.StartsWith("AVI "u8))
            return "video/x-msvideo";
        return kind.StartsWith("WEBP"u8) ? "image/webp" : "audio/wav";
    }

    private static string? IsoMedia(ReadOnlySpan<byte> head)
    {
        var box = Encoding.Latin1.GetString(head.Slice(4, 4));
        if (box != "ftyp")
            return _isoBoxes.Contains(box) ? "video/quicktime" : null;
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

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(200, head.Length)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
