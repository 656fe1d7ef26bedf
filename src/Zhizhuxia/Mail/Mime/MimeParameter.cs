using System.Globalization;
using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>A parameter of a structured header: a token, a quoted string, or RFC 2231 where it is not ASCII or too long.</summary>
internal static class MimeParameter
{
    private const string TokenMarks = "!#$&+-.^_`{|}~"; // RFC 5987 attr-char, a part of every grammar's token
    private const int LongestPart = 70;

    /// <summary>One part, or several numbered ones to be joined by semicolons.</summary>
    /// <param name="name">ASCII.</param>
    /// <param name="value">Anything without control characters.</param>
    public static IEnumerable<string> Format(string name, string value)
    {
        var isToken = value.Length > 0 && value.All(IsTokenCharacter);
        var plain = isToken ? $"{name}={value}" : $"{name}=\"{value}\"";
        var isPlain = plain.Length <= LongestPart && value.All(c => c is > ' ' and <= '~' and not '"' and not '\\');
        return isPlain ? [plain] : Extended(name, value);
    }

    /// <summary>RFC 2231 §3 and §4: percent-encoded UTF-8, continued over several parts, never within a character.</summary>
    private static List<string> Extended(string name, string value)
    {
        var pieces = new List<StringBuilder> { new("utf-8''") };
        foreach (var rune in value.EnumerateRunes())
        {
            var encoded = Percent(rune);
            if (name.Length + 6 + pieces[^1].Length + encoded.Length > LongestPart)
                pieces.Add(new StringBuilder());
            pieces[^1].Append(encoded);
        }

        return pieces.Count == 1
            ? [$"{name}*={pieces[0]}"]
            : [.. pieces.Select((piece, i) => string.Create(CultureInfo.InvariantCulture, $"{name}*{i}*={piece}"))];
    }

    private static string Percent(Rune rune)
    {
        if (rune.IsAscii && IsTokenCharacter((char)rune.Value))
            return rune.ToString();
        Span<byte> utf8 = stackalloc byte[4];
        return string.Concat(utf8[..rune.EncodeToUtf8(utf8)].ToArray().Select(b => $"%{b:X2}"));
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || TokenMarks.Contains(c, StringComparison.Ordinal);
}
