namespace Zhizhuxia.Mail.Mime;

/// <summary>One body, decoded while it is read: from the line behind the header to the next boundary that is open, or to the end.</summary>
/// <param name="atEnd">Called once, when the last byte was decoded.</param>
internal sealed class BodyStream(MimeLines lines, Boundaries boundaries, ITransferDecoder decoder, Action atEnd) : ReadOnlyStream
{
    private readonly byte[] _decoded = new byte[2 * MimeLines.LongestPiece];
    private int _from;
    private int _to;

    /// <summary>Everything was read.</summary>
    public bool IsAtEnd { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_from == _to && !IsAtEnd)
            await FillAsync(cancellationToken);
        var count = Math.Min(buffer.Length, _to - _from);
        _decoded.AsMemory(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        (_from, _to) = (0, 0);
        do
        {
            var more = await lines.NextAsync(ct);
            var meets = more && lines.StartsLine && boundaries.Meets(lines.Line.Span);
            if (more && !meets)
            {
                _to += decoder.Decode(lines.Line.Span, _decoded.AsSpan(_to));
                continue;
            }
            if (!more)
                boundaries.End();
            _to += decoder.Finish(meets, _decoded.AsSpan(_to));
            IsAtEnd = true;
            atEnd();
        }
        while (!IsAtEnd && _decoded.Length - _to > MimeLines.LongestPiece + (2 * ITransferDecoder.Slack) && lines.HasLine);
    }
}
