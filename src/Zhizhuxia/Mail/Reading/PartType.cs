using System.Text;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Says by its first bytes what a part is, whatever its label says; the label counts only where the bytes say nothing.</summary>
internal static class PartType
{
    private const string Unknown = "application/octet-stream";

    /// <summary>The type by content; else the declared one, but never a video or a picture that is none.</summary>
    /// <param name="head">The first <see cref="ContentType.HeadLength"/> bytes, fewer when the part is shorter.</param>
    /// <param name="declared">Content-Type, lower case.</param>
    public static string Of(ReadOnlySpan<byte> head, string declared)
    {
        if (ContentType.Of(head) is { } type)
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

    private static bool LooksLikeHtml(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(200, head.Length)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
