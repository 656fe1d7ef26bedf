using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>
/// Bytes to words. Chinese mailers write GB2312 and mean GB18030, and many label UTF-8 as something else. A label is believed
/// unless the bytes speak against it. What is undeclared or wrong is tried strictly as UTF-8, GB18030, Big5, and read as Latin-1 at last.
/// </summary>
internal static class Charsets
{
    private const int Gb18030 = 54936;
    private const int Big5 = 950;
    private const int Latin1 = 28591;
    private const int Latin9 = 28605;
    private const int Windows1252 = 1252;

    /// <summary>So many letters of two bytes are not valid UTF-8 by chance.</summary>
    private const int ManyLetters = 6;

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
        if (IsUtf8(bytes, against: encoding))
            return new(Encoding.UTF8.GetString(bytes), "utf-8", false);
        return encoding is null ? Guess(bytes) : Doubted(encoding, bytes) ?? Read(encoding, bytes) ?? Guess(bytes);
    }

    /// <summary>Reads them in the charset a person chose; what it does not have becomes a mark.</summary>
    public static DecodedText Force(ReadOnlySpan<byte> bytes, string charset)
    {
        var encoding = Normal(charset) is { } name && Strict(name) is { } strict ? Encoding.GetEncoding(strict.CodePage) : Encoding.UTF8;
        return new(encoding.GetString(bytes), encoding.WebName, Ascii.IsValid(bytes));
    }

    /// <summary>The mail says UTF-8, and it is.</summary>
    public static bool IsDeclaredUtf8(ReadOnlySpan<byte> bytes, string? declared) => Normal(declared) == "utf-8" && System.Text.Unicode.Utf8.IsValid(bytes);

    private static DecodedText Guess(ReadOnlySpan<byte> bytes)
    {
        var shape = ChineseShape.Of(bytes);
        if (shape.IsClearlyBig5 && Read(_big5, bytes) is { } big5)
            return big5;
        if (Read(_gb18030, bytes) is { } gb)
            return gb;
        if (shape.IsClearlyGb) // a few bytes are broken
            return Force(bytes, "gb18030");
        return Read(_big5, bytes) ?? new(Encoding.Latin1.GetString(bytes), "iso-8859-1", false);
    }

    /// <summary>What the bytes are in spite of their label; null where nothing speaks against it.</summary>
    private static DecodedText? Doubted(Encoding declared, ReadOnlySpan<byte> bytes)
    {
        var shape = ChineseShape.Of(bytes);
        return declared.CodePage switch
        {
            Gb18030 when shape.IsClearlyBig5 => Read(_big5, bytes),
            Big5 when shape.IsClearlyGb => Read(_gb18030, bytes),
            Latin1 or Latin9 or Windows1252 when shape.IsChinese => Guess(bytes),
            _ => null,
        };
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

    /// <summary>
    /// Whether they are UTF-8 in spite of another label. Text of single bytes is never valid UTF-8 by chance; a short one of GBK may be, with two bytes a
    /// character, where Chinese in UTF-8 has three or four.
    /// </summary>
    /// <param name="against">What the mail says; null: nothing, or UTF-8.</param>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, Encoding? against)
    {
        var (letters, balance, bad) = (0, 0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status is not System.Buffers.OperationStatus.Done)
                bad++;
            else if (!rune.IsAscii)
                (letters, balance) = (letters + 1, balance + (length > 2 ? 1 : -1));
            bytes = bytes[length..];
        }
        if (bad > 0)
            return letters > 0 && bad * 8 <= letters; // a few bytes are broken, or the last character is cut
        return against is null or { IsSingleByte: true } || balance > 0 || letters >= ManyLetters;
    }
}
