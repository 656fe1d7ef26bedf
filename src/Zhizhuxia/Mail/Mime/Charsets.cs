using System.Text;
using System.Text.Unicode;

namespace Zhizhuxia.Mail.Mime;

/// <summary>
/// Bytes to words. Chinese mailers write GB2312 and mean GB18030, and many label UTF-8 as something else. What is undeclared
/// or wrong is tried strictly as UTF-8, GB18030, Big5, and read as Latin-1 at last.
/// </summary>
internal static class Charsets
{
    private static readonly string[] _gb =
    [
        "gb2312", "gb_2312-80", "gb2312-80", "euc-cn", "euccn", "gbk", "gb18030", "cp936", "ms936", "windows-936", "936", "chinese", "csgb2312", "gb-18030", "gb_18030", "gb18030-2000",
    ];

    private static readonly string[] _ascii = ["us-ascii", "ascii", "ansi_x3.4-1968", "7bit", "8bit", "unknown-8bit", "unknown", "default", "none", "binary"];
    private static readonly Encoding _gb18030;
    private static readonly Encoding _big5;

    static Charsets()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _gb18030 = Strict("gb18030")!;
        _big5 = Strict("big5")!;
    }

    /// <summary>Reads them. Never fails.</summary>
    /// <param name="declared">The mail's own word, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        var name = Normal(declared);
        var encoding = name is null or "utf-8" ? null : Strict(name);
        if (encoding is not null && IsStateful(encoding))
            return Read(encoding, bytes) ?? Guess(bytes);
        if (Ascii.IsValid(bytes))
            return new(Encoding.ASCII.GetString(bytes), name ?? "us-ascii", true);
        if (Utf8.IsValid(bytes) && (encoding is null || IsMostlyLong(bytes)))
            return new(Encoding.UTF8.GetString(bytes), "utf-8", false);
        if (encoding is not null)
            return Read(encoding, bytes) ?? Guess(bytes);
        return IsNearlyUtf8(bytes) ? new(Encoding.UTF8.GetString(bytes), "utf-8", false) : Guess(bytes);
    }

    /// <summary>Reads them in the charset a person chose; what it does not have becomes a mark.</summary>
    public static DecodedText Force(ReadOnlySpan<byte> bytes, string charset)
    {
        var encoding = Normal(charset) is { } name && Strict(name) is { } strict ? Encoding.GetEncoding(strict.CodePage) : Encoding.UTF8;
        return new(encoding.GetString(bytes), encoding.WebName, Ascii.IsValid(bytes));
    }

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return new(Encoding.UTF8.GetString(bytes), "utf-8", false);
        return Read(_gb18030, bytes) ?? Read(_big5, bytes) ?? new(Encoding.Latin1.GetString(bytes), "iso-8859-1", false);
    }

    private static DecodedText? Read(Encoding strict, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new(strict.GetString(bytes), strict.WebName.ToLowerInvariant(), false);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Normal(string? declared)
    {
        var name = declared?.Trim().Trim('"', '\'').ToLowerInvariant() ?? "";
        if (name.StartsWith("x-", StringComparison.Ordinal))
            name = name[2..];
        if (_gb.Contains(name))
            return "gb18030";
        if (name is "" or "utf-7" or "unicode-1-1-utf-7" || _ascii.Contains(name))
            return null;
        return name is "utf8" or "utf-8" or "utf8mb4" or "unicode-1-1-utf-8" ? "utf-8" : name;
    }

    private static Encoding? Strict(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>ISO-2022, HZ, UTF-16 and UTF-32 look like ASCII, or like nothing.</summary>
    private static bool IsStateful(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001 or (>= 50220 and <= 50229) or 52936;

    /// <summary>Chinese in UTF-8 has three or four bytes a character; a text of GBK that happens to be valid UTF-8 has two.</summary>
    private static bool IsMostlyLong(ReadOnlySpan<byte> utf8)
    {
        var balance = 0;
        foreach (var lead in utf8)
        {
            if (lead >= 0xE0)
                balance++;
            else if (lead >= 0xC0)
                balance--;
        }
        return balance > 0;
    }

    /// <summary>A few bytes are broken, or the last character is cut.</summary>
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status is not System.Buffers.OperationStatus.Done)
                bad++;
            else if (!rune.IsAscii)
                good++;
            bytes = bytes[length..];
        }
        return good > 0 && bad * 8 <= good;
    }
}
