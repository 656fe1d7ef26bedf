namespace Zhizhuxia.Mail.Mime;

/// <summary>A stream that is only read, forwards and asynchronously.</summary>
internal abstract class ReadOnlyStream : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default);

    /// <summary>Reads on to the end and forgets what comes.</summary>
    public async Task DrainAsync(CancellationToken ct)
    {
        var buffer = new byte[16 * 1024];
        while (await ReadAsync(buffer, ct) > 0)
        {
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A mail is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
