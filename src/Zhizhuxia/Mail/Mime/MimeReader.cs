using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Takes what a part holds.</summary>
/// <param name="part">Where it lies and what its header says. Truncated and damaged are known once the content was read.</param>
/// <param name="content">Decoded; valid during the call. What is left unread is skipped.</param>
public delegate Task TakePart(MimeEntity part, Stream content, CancellationToken ct);

/// <summary>
/// Reads any bytes as a mail, in one pass and with the memory of a few buffers: RFC 5322, RFC 2045 to 2049, and what
/// mailers make of them. Fails only where the source or the taker does.
/// </summary>
public sealed class MimeReader
{
    /// <summary>Parts of a message that are read.</summary>
    public const int MostParts = 200;

    /// <summary>Steps into each other that parts are followed.</summary>
    public const int MostDepth = 20;

    private const int MostContainers = 1000;

    private readonly MimeLines _lines;
    private readonly Boundaries _boundaries = new();
    private readonly HeaderReader _headers;
    private readonly MimeProgress _progress;
    private readonly TakePart _take;

    private MimeReader(Stream source, TakePart take, MimeProgress progress)
    {
        _lines = new(source);
        _headers = new(_lines, _boundaries);
        (_take, _progress) = (take, progress);
    }

    /// <summary>Reads a message and hands over its parts in their order.</summary>
    /// <param name="message">From its current position to its end. Stays open.</param>
    /// <param name="take">Is given every part that is neither multipart nor message.</param>
    public static async Task<MimeOutcome> ReadAsync(Stream message, TakePart take, CancellationToken ct)
    {
        var progress = new MimeProgress();
        var root = await new MimeReader(message, take, progress).ReadMessageAsync(null, ct);
        if (root is null)
            progress.Stop("no-header");
        return new(root, progress.SetAside, [.. progress.Notes]);
    }

    private async Task<MimeEntity?> ReadMessageAsync(MimeEntity? parent, CancellationToken ct)
    {
        do
        {
            if (!await _lines.NextAsync(ct))
                return null;
        }
        while (IsBeforeHeader(_lines.Line.Span));
        var fields = await _headers.ReadAsync(true, ct);
        if (fields.All.Count == 0)
            return null;
        var root = new MimeEntity { Fields = fields, Parent = parent };
        await ReadEntityAsync(root, ct);
        return root;
    }

    /// <summary>Blank lines, and the line that mbox files put before a message.</summary>
    private static bool IsBeforeHeader(ReadOnlySpan<byte> line) => line.Trim(" \t\r\n\0"u8).IsEmpty || line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    private async Task ReadEntityAsync(MimeEntity entity, CancellationToken ct)
    {
        if (_headers.IsCut)
            _progress.Note("header-cut");
        if (!_headers.HasBody || _progress.SetAside is not null)
            return;
        var opens = entity.IsMultipart || entity.IsMessage;
        if (opens && entity.Depth >= MostDepth)
            _progress.Stop("too-deep");
        else if (opens && ++_progress.Containers > MostContainers)
            _progress.Stop("too-many-parts");
        else if (entity.IsMultipart)
            await ReadMultipartAsync(entity, ct);
        else if (entity.IsMessage)
            await ReadInnerAsync(entity, ct);
        else if (++_progress.Parts > MostParts)
            _progress.Stop("too-many-parts");
        else
            await ReadLeafAsync(entity, ct);
    }

    private async Task ReadLeafAsync(MimeEntity entity, CancellationToken ct)
    {
        var decoder = TransferEncoding.DecoderOf(entity.Fields);
        var body = new BodyStream(_lines, _boundaries, decoder, Settle);
        await _take(entity, body, ct);
        await body.DrainAsync(ct);

        void Settle()
        {
            entity.IsTruncated = decoder.IsCutOff ?? (_boundaries.Met < 0 && _boundaries.Count > 0);
            entity.IsDamaged = decoder.IsDamaged;
        }
    }

    /// <summary>A message within: usually as it is, in base64 by some mailers.</summary>
    private async Task ReadInnerAsync(MimeEntity entity, CancellationToken ct)
    {
        var decoder = TransferEncoding.DecoderOf(entity.Fields);
        if (decoder is not PlainDecoder)
        {
            var body = new BodyStream(_lines, _boundaries, decoder, () => { });
            await new MimeReader(body, _take, _progress).ReadMessageAsync(entity, ct);
            await body.DrainAsync(ct);
            return;
        }
        var fields = await _headers.ReadAsync(false, ct);
        await ReadEntityAsync(new() { Fields = fields, Parent = entity }, ct);
    }

    private async Task ReadMultipartAsync(MimeEntity entity, CancellationToken ct)
    {
        var boundary = entity.ContentType["boundary"]?.BareEnd();
        var mine = _boundaries.Count;
        _boundaries.Open(string.IsNullOrEmpty(boundary) ? "\n" : boundary);
        await ReadPreambleAsync(entity, mine, ct);
        while (_boundaries.Met == mine && !_boundaries.Closes && _progress.SetAside is null)
        {
            var fields = await _headers.ReadAsync(false, ct);
            await ReadEntityAsync(new() { Fields = fields, Parent = entity }, ct);
        }
        var closed = _boundaries.Met == mine && _boundaries.Closes;
        _boundaries.Close();
        if (closed)
            await SkipEpilogueAsync(ct);
        else
            _progress.Note("boundary-missing");
    }

    /// <summary>
    /// Skips to the first boundary. Where it is not the one that the header names, a line of hyphens before a part's header is
    /// taken for it; where there is none at all, the words are a text.
    /// </summary>
    private async Task ReadPreambleAsync(MimeEntity entity, int mine, CancellationToken ct)
    {
        var words = new MemoryStream();
        while (await _lines.NextAsync(ct))
        {
            if (_lines.StartsLine && _boundaries.Meets(_lines.Line.Span))
            {
                if (_boundaries.Met != mine)
                    await TakePreambleAsync(entity, words, ct);
                return;
            }
            if (words.Length < MimeLines.LongestPiece)
                words.Write(_lines.Line.Span);
            if (_lines.StartsLine && _lines.EndsLine && BoundaryShape(_lines.Line.Span) is { } guess && IsPartHeader((await _lines.PeekAsync(9, ct)).Span))
            {
                _progress.Note("boundary-guessed");
                _boundaries.Close();
                _boundaries.Open(guess);
                _boundaries.Meets(Encoding.Latin1.GetBytes("--" + guess));
                return;
            }
        }
        _boundaries.End();
        await TakePreambleAsync(entity, words, ct);
    }

    private static string? BoundaryShape(ReadOnlySpan<byte> line) =>
        line.Length is > 4 and < 202 && line[0] == '-' && line[1] == '-' && Encoding.Latin1.GetString(line[2..]).BareEnd() is { Length: > 0 } name && name != "-" ? name : null;

    private static bool IsPartHeader(ReadOnlySpan<byte> start) => Encoding.Latin1.GetString(start).StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    private async Task TakePreambleAsync(MimeEntity entity, MemoryStream words, CancellationToken ct)
    {
        _progress.Note("boundary-missing");
        words.Position = 0;
        await _take(new() { Fields = MimeFields.None, Parent = entity }, words, ct);
    }

    private async Task SkipEpilogueAsync(CancellationToken ct)
    {
        while (await _lines.NextAsync(ct))
        {
            if (_lines.StartsLine && _boundaries.Meets(_lines.Line.Span))
                return;
        }
        _boundaries.End();
    }
}
