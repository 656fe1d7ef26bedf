namespace Zhizhuxia.Mail.Mime;

/// <summary>7bit, 8bit, binary, and encodings that nobody knows: as it is.</summary>
internal sealed class PlainDecoder : ITransferDecoder
{
    private readonly byte[] _lineEnd = new byte[2];
    private int _held;

    public bool IsDamaged => false;

    public bool? IsCutOff => null;

    public int Decode(ReadOnlySpan<byte> line, Span<byte> into)
    {
        _lineEnd.AsSpan(0, _held).CopyTo(into);
        var written = _held;
        var end = LineEnd(line);
        _held = line.Length - end;
        line[end..].CopyTo(_lineEnd);
        line[..end].CopyTo(into[written..]);
        return written + end;
    }

    public int Finish(bool atBoundary, Span<byte> into)
    {
        if (atBoundary)
            return 0;
        _lineEnd.AsSpan(0, _held).CopyTo(into);
        return _held;
    }

    /// <summary>Where the line's end begins.</summary>
    private static int LineEnd(ReadOnlySpan<byte> line) => line switch
    {
        [.., (byte)'\r', (byte)'\n'] => line.Length - 2,
        [.., (byte)'\n'] => line.Length - 1,
        _ => line.Length,
    };
}
