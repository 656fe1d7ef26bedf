namespace Zhizhuxia.Mail.Mime;

/// <summary>The next bytes of another stream, up to a number of them; the other stays open.</summary>
internal sealed class CountedStream(Stream source, long most) : ReadOnlyStream
{
    /// <summary>Bytes that may still come.</summary>
    public long Left { get; private set; } = most;

    /// <summary>The source ended before its bytes were complete.</summary>
    public bool EndedEarly { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Left == 0 || buffer.IsEmpty)
            return 0;
        var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Left)], cancellationToken);
        EndedEarly = read == 0;
        Left -= read;
        return read;
    }
}
