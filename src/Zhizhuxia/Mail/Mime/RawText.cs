namespace Zhizhuxia.Mail.Mime;

/// <summary>Header text before its charset is known: each character is one byte.</summary>
internal static class RawText
{
    private static readonly char[] _blanks = [' ', '\t', '\r', '\n'];

    /// <summary>Without white space of ASCII around it. A plain Trim takes the bytes 85 and A0, with which many Chinese characters of UTF-8 end.</summary>
    public static string Bare(this string raw) => raw.Trim(_blanks);

    /// <inheritdoc cref="Bare"/>
    public static string BareEnd(this string raw) => raw.TrimEnd(_blanks);
}
