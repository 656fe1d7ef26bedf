namespace Zhizhuxia.Mail.Mime;

/// <summary>One uuencoded file out of a text, from the line behind "begin" to "end".</summary>
internal sealed class UuStream(MimeLines lines) : ReadOnlyStream
{
    private readonly UuDecoder _decoder = new(began: true);
    private readonly byte[] _decoded = new byte[MimeLines.LongestPiece + ITransferDecoder.Slack];
    private int _from;
    private int _to;
    private bool _isAtEnd;

    /// <summary>It ended without its "end".</summary>
    public bool IsTruncated => _decoder.IsCutOff is true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_from == _to && !_isAtEnd)
        {
            _isAtEnd = !await lines.NextAsync(cancellationToken);
            (_from, _to) = (0, _isAtEnd ? 0 : _decoder.Decode(lines.Line.Span, _decoded));
            _isAtEnd |= _decoder.IsDamaged || !IsTruncated;
        }
        var count = Math.Min(buffer.Length, _to - _from);
        _decoded.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }
}
