namespace Zhizhuxia.Mail.Mime;

/// <summary>uuencode, as POSIX has it, from the line behind "begin" to "end". Blanks that were cut from a line's end are put back.</summary>
internal sealed class UuDecoder : ITransferDecoder
{
    private bool _began;
    private bool _ended;

    /// <param name="began">The line "begin 644 name" was read already.</param>
    public UuDecoder(bool began) => _began = began;

    public bool IsDamaged { get; private set; }

    public bool? IsCutOff => !_ended;

    /// <summary>The line is of the shape that <see cref="Decode"/> takes: its first character says how many bytes follow.</summary>
    public static bool IsDataLine(ReadOnlySpan<byte> line)
    {
        var text = line.TrimEnd("\r\n"u8);
        if (text.IsEmpty || text[0] is < 0x20 or > 0x60)
            return false;
        var needed = (CountOf(text[0]) + 2) / 3 * 4;
        return text.Length <= needed + 2 && text.TrimEnd((byte)' ').Length + 4 >= Math.Min(needed, 4) && (text.Length > needed / 2 || needed == 0);
    }

    /// <summary>"begin 644 name", or null.</summary>
    public static string? NameIn(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("begin "u8) || line.Length > 300)
            return null;
        var words = System.Text.Encoding.Latin1.GetString(line.TrimEnd("\r\n"u8)).Split(' ', 3);
        return words.Length == 3 && words[1].Length is 3 or 4 && words[1].All(digit => digit is >= '0' and <= '7') && words[2].Bare() is { Length: > 0 } name ? name : null;
    }

    public int Decode(ReadOnlySpan<byte> line, Span<byte> into)
    {
        var text = line.TrimEnd("\r\n"u8);
        if (!_began)
        {
            _began = NameIn(text) is not null;
            return 0;
        }
        if (_ended || text.IsEmpty)
            return 0;
        if (text.SequenceEqual("end"u8))
        {
            _ended = true;
            return 0;
        }
        if (!IsDataLine(text))
        {
            IsDamaged = true;
            return 0;
        }
        return Bytes(text[1..], CountOf(text[0]), into);
    }

    public int Finish(bool atBoundary, Span<byte> into) => 0;

    private static int Bytes(ReadOnlySpan<byte> text, int count, Span<byte> into)
    {
        for (var at = 0; at < count; at++)
        {
            var group = at / 3 * 4;
            into[at] = (at % 3) switch
            {
                0 => (byte)((Value(text, group) << 2) | (Value(text, group + 1) >> 4)),
                1 => (byte)((Value(text, group + 1) << 4) | (Value(text, group + 2) >> 2)),
                _ => (byte)((Value(text, group + 2) << 6) | Value(text, group + 3)),
            };
        }
        return count;
    }

    private static int CountOf(byte first) => (first - 0x20) & 0x3F;

    private static int Value(ReadOnlySpan<byte> text, int at) => at < text.Length ? (text[at] - 0x20) & 0x3F : 0;
}
