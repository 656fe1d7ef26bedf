using System.Security.Cryptography;
using Zhizhuxia.Assets;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>A part's content with its first bytes known beforehand, counted and hashed while it is read.</summary>
internal sealed class HashedContent : ReadOnlyStream
{
    private readonly Stream _source;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head;
    private int _headRead;

    private HashedContent(Stream source, byte[] head) => (_source, _head) = (source, head);

    /// <summary>The first bytes, at most <see cref="ContentType.HeadLength"/>.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>Bytes read.</summary>
    public long Size { get; private set; }

    /// <summary>Reads the first bytes.</summary>
    public static async Task<HashedContent> OpenAsync(Stream source, CancellationToken ct)
    {
        var head = new byte[ContentType.HeadLength];
        var count = await source.ReadAtLeastAsync(head, head.Length, false, ct);
        return new(source, head[..count]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = Math.Min(buffer.Length, _head.Length - _headRead);
        if (count > 0)
            _head.AsMemory(_headRead, count).CopyTo(buffer);
        else
            count = await _source.ReadAsync(buffer, cancellationToken);
        _headRead = Math.Min(_head.Length, _headRead + count);
        _hash.AppendData(buffer.Span[..count]);
        Size += count;
        return count;
    }

    /// <summary>Reads what is left.</summary>
    /// <returns>SHA-256 of the whole, lower-case hexadecimal.</returns>
    public async Task<string> FinishAsync(CancellationToken ct)
    {
        await DrainAsync(ct);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
