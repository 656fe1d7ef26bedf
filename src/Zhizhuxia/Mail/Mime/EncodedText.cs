using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>
/// Reads RFC 2047 words and raw 8-bit text in headers. Adjacent words of one charset are put together before they are
/// decoded, because many mailers cut characters in two; words are found within quotes and without blanks between them too.
/// </summary>
internal static class EncodedText
{
    private const int LongestCharset = 40;

    /// <summary>Bytes of a field that are read: more than anybody looks at.</summary>
    private const int Longest = 64 * 1024;

    /// <summary>Reads a field.</summary>
    /// <param name="raw">Each character is one byte.</param>
    /// <param name="where">For the log.</param>
    public static string Decode(string raw, string where, CharsetLog log)
    {
        if (raw.Length > Longest)
            raw = raw[..Longest];
        var runs = new List<Run>();
        var at = 0;
        while (at < raw.Length)
        {
            var start = raw.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
                break;
            if (Word(raw, start) is not { } word)
            {
                AddLiteral(runs, raw.AsSpan(at, start + 2 - at));
                at = start + 2;
                continue;
            }
            AddLiteral(runs, raw.AsSpan(at, start - at));
            AddWord(runs, word);
            at = word.End;
        }
        AddLiteral(runs, raw.AsSpan(at));
        var text = new StringBuilder();
        foreach (var run in runs)
            text.Append(log.Read(where, run.Bytes.ToArray(), run.Charset));
        return text.ToString();
    }

    private static void AddLiteral(List<Run> runs, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        if (runs.Count == 0 || runs[^1].Charset is not null)
            runs.Add(new(null, []));
        foreach (var character in text)
            runs[^1].Bytes.Add((byte)character);
    }

    /// <summary>White space between two words is dropped (§6.2).</summary>
    private static void AddWord(List<Run> runs, EncodedWord word)
    {
        if (runs is [.., { Charset: not null }, { Charset: null } between] && between.Bytes.TrueForAll(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            runs.RemoveAt(runs.Count - 1);
        if (runs.Count == 0 || !string.Equals(runs[^1].Charset, word.Charset, StringComparison.OrdinalIgnoreCase))
            runs.Add(new(word.Charset, []));
        runs[^1].Bytes.AddRange(word.Bytes);
    }

    /// <summary>=?charset*language?B or Q?text?=; the text has no question mark.</summary>
    private static EncodedWord? Word(string raw, int start)
    {
        var charsetEnd = raw.IndexOf('?', start + 2, Math.Min(LongestCharset, raw.Length - start - 2));
        if (charsetEnd < start + 3 || charsetEnd + 3 >= raw.Length || raw[charsetEnd + 2] != '?')
            return null;
        var textEnd = raw.IndexOf('?', charsetEnd + 3);
        if (textEnd < 0 || textEnd + 1 >= raw.Length || raw[textEnd + 1] != '=')
            return null;
        var text = raw.AsSpan(charsetEnd + 3, textEnd - charsetEnd - 3);
        var bytes = char.ToUpperInvariant(raw[charsetEnd + 1]) switch
        {
            'B' => Base64(text),
            'Q' => Quoted(text),
            _ => null,
        };
        var charset = raw[(start + 2)..charsetEnd];
        return bytes is null ? null : new(charset.Split('*')[0], bytes, textEnd + 2);
    }

    private static byte[] Base64(ReadOnlySpan<char> text)
    {
        var line = new byte[text.Length];
        Encoding.Latin1.GetBytes(text, line);
        var bytes = new byte[text.Length + ITransferDecoder.Slack];
        var decoder = new Base64Decoder();
        var count = line.Length == 0 ? 0 : decoder.Decode(line, bytes);
        count += decoder.Finish(true, bytes.AsSpan(count));
        return bytes[..count];
    }

    private static byte[] Quoted(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                bytes.Add(byte.Parse(text.Slice(at + 1, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture));
                at += 2;
            }
            else
                bytes.Add(text[at] == '_' ? (byte)' ' : (byte)text[at]);
        }
        return [.. bytes];
    }

    /// <summary>Bytes of one charset; null: literally in the header.</summary>
    private sealed record Run(string? Charset, List<byte> Bytes);

    private sealed record EncodedWord(string Charset, byte[] Bytes, int End);
}
