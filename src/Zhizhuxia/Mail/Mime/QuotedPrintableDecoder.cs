namespace Zhizhuxia.Mail.Mime;

/// <summary>RFC 2045 §6.7. A "=" that encodes nothing stays as it is.</summary>
internal sealed class QuotedPrintableDecoder : ITransferDecoder
{
    private readonly PlainDecoder _lines = new();
    private readonly byte[] _work = new byte[MimeLines.LongestPiece + ITransferDecoder.Slack];
    private readonly byte[] _held = new byte[2];
    private int _heldCount;

    public bool IsDamaged { get; private set; }

    public bool? IsCutOff => null;

    public int Decode(ReadOnlySpan<byte> line, Span<byte> into)
    {
        _held.AsSpan(0, _heldCount).CopyTo(_work);
        line.CopyTo(_work.AsSpan(_heldCount));
        var length = _heldCount + line.Length;
        _heldCount = 0;
        if (_work[length - 1] == '\n')
            return _lines.Decode(_work.AsSpan(0, DecodeLine(length)), into);
        // In the middle of a very long line: what may begin an encoded byte waits for the rest.
        var last = _work.AsSpan(Math.Max(0, length - 2), Math.Min(2, length)).IndexOf((byte)'=');
        if (last >= 0)
        {
            var from = Math.Max(0, length - 2) + last;
            _heldCount = length - from;
            _work.AsSpan(from, _heldCount).CopyTo(_held);
            length = from;
        }
        return _lines.Decode(_work.AsSpan(0, Bytes(length)), into);
    }

    public int Finish(bool atBoundary, Span<byte> into)
    {
        var written = 0;
        if (_heldCount > 0 && !(_heldCount == 1 && _held[0] == '='))
            written = _lines.Decode(_held.AsSpan(0, _heldCount), into);
        return written + _lines.Finish(atBoundary, into[written..]);
    }

    /// <summary>Blanks before a line's end were added on the way; a "=" there joins it with the next.</summary>
    private int DecodeLine(int length)
    {
        var text = ((ReadOnlySpan<byte>)_work.AsSpan(0, length)).TrimEnd(" \t\r\n"u8).Length;
        if (text > 0 && _work[text - 1] == '=')
            return Bytes(text - 1);
        var end = length >= 2 && _work[length - 2] == '\r' ? 2 : 1;
        _work.AsSpan(length - end, end).CopyTo(_work.AsSpan(text));
        return Bytes(text + end);
    }

    private int Bytes(int length)
    {
        var to = 0;
        for (var at = 0; at < length; at++)
        {
            if (_work[at] == '=' && at + 2 < length && char.IsAsciiHexDigit((char)_work[at + 1]) && char.IsAsciiHexDigit((char)_work[at + 2]))
            {
                _work[to++] = (byte)((HexValue(_work[at + 1]) << 4) | HexValue(_work[at + 2]));
                at += 2;
                continue;
            }
            IsDamaged |= _work[at] == '=';
            _work[to++] = _work[at];
        }
        return to;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
