using System.Security.Cryptography;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail;

/// <summary>A message on its way into the store: counted, hashed, and its beginning remembered.</summary>
/// <param name="source">Stays open.</param>
/// <param name="remembered">Bytes of the beginning.</param>
internal sealed class PassingMail(Stream source, int remembered) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _head = new();

    /// <summary>Bytes so far.</summary>
    public long Size { get; private set; }

    /// <summary>The beginning, from its first byte.</summary>
    public Stream Head => new MemoryStream(_head.GetBuffer(), 0, (int)_head.Length, writable: false);

    /// <summary>Of what has passed, lower-case hexadecimal; asked once.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        var bytes = buffer.Span[..read];
        _hash.AppendData(bytes);
        _head.Write(bytes[..(int)Math.Min(read, remembered - _head.Length)]);
        Size += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
