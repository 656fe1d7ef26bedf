namespace Zhizhuxia.Mail.Mime;

/// <summary>The lines of a message, ended by CR LF or a bare LF. Holds one buffer, however long the message or a line is.</summary>
internal sealed class MimeLines(Stream source)
{
    /// <summary>A longer line comes in pieces of at most this many bytes.</summary>
    public const int LongestPiece = 64 * 1024;

    private readonly byte[] _buffer = new byte[2 * LongestPiece];
    private int _next;
    private int _end;
    private bool _sourceEnded;

    /// <summary>The current line or piece with its line end. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The current piece begins a line.</summary>
    public bool StartsLine { get; private set; } = true;

    /// <summary>The current piece has its line's end.</summary>
    public bool EndsLine { get; private set; } = true;

    /// <summary>Bytes taken from the source so far.</summary>
    public long Taken { get; private set; }

    /// <summary>The next call answers without waiting for the source.</summary>
    public bool HasLine => _buffer.AsSpan(_next, _end - _next).Contains((byte)'\n');

    /// <summary>Moves on.</summary>
    /// <returns>False at the end of the message.</returns>
    public ValueTask<bool> NextAsync(CancellationToken ct)
    {
        var at = _buffer.AsSpan(_next, Math.Min(_end - _next, LongestPiece)).IndexOf((byte)'\n');
        return at >= 0 ? new(Cut(at + 1)) : FillAndCutAsync(ct);
    }

    /// <summary>The bytes behind the current line, at most <paramref name="count"/>. The current line is gone afterwards.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(int count, CancellationToken ct)
    {
        while (_end - _next < count && !_sourceEnded)
            await FillAsync(ct);
        return _buffer.AsMemory(_next, Math.Min(count, _end - _next));
    }

    private async ValueTask<bool> FillAndCutAsync(CancellationToken ct)
    {
        while (true)
        {
            var at = _buffer.AsSpan(_next, Math.Min(_end - _next, LongestPiece)).IndexOf((byte)'\n');
            if (at >= 0)
                return Cut(at + 1);
            if (_end - _next >= LongestPiece)
                return Cut(LongestPiece);
            if (_sourceEnded)
                return _end > _next && Cut(_end - _next);
            await FillAsync(ct);
        }
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        if (_next > 0)
            _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
        (_next, _end) = (0, _end - _next);
        var read = await source.ReadAsync(_buffer.AsMemory(_end), ct);
        _end += read;
        Taken += read;
        _sourceEnded = read == 0;
    }

    private bool Cut(int length)
    {
        StartsLine = EndsLine;
        Line = _buffer.AsMemory(_next, length);
        EndsLine = Line.Span[^1] == '\n';
        _next += length;
        return true;
    }
}
