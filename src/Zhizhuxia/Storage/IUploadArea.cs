using System.Security.Cryptography;

namespace Zhizhuxia.Storage;

/// <summary>Where the bytes of unfinished uploads are kept. Who may write, and from which offset, the caller has checked.</summary>
public interface IUploadArea
{
    /// <summary>
    /// Writes at <paramref name="offset"/> what <paramref name="content"/> gives, at most <paramref name="limit"/> bytes; bytes behind the offset,
    /// left by a cut request, are overwritten. If reading stops early (connection lost, cancelled), what had arrived is kept.
    /// </summary>
    /// <param name="hash">Is fed every byte that was written.</param>
    /// <param name="confirm">
    /// Asked before the first byte, when it is settled after which write of others this one comes: throws where the caller's turn is over. Who waited
    /// for its turn and was passed by a newer request never cuts off what that one has written. Null: nobody else can write.
    /// </param>
    /// <returns>Number of bytes written, durable (fsync) when this returns.</returns>
    /// <exception cref="BytesTakenOverException">Another process has written meanwhile; nothing of this was kept.</exception>
    Task<Written> AppendAsync(Guid id, long offset, Stream content, long limit, IncrementalHash hash, Func<CancellationToken, Task>? confirm, CancellationToken ct);

    /// <summary>The bytes so far, from the beginning. The caller closes the stream.</summary>
    /// <exception cref="FileNotFoundException">Nothing was ever written.</exception>
    Task<Stream> OpenReadAsync(Guid id, CancellationToken ct);

    /// <summary>Moves the first <paramref name="length"/> bytes into the store. Done twice is done once.</summary>
    /// <exception cref="InvalidDataException">There are not so many; they stay where they are.</exception>
    Task PromoteAsync(Guid id, long length, BlobKey key, CancellationToken ct);

    /// <summary>Removes the bytes; missing ones are no error.</summary>
    Task DeleteAsync(Guid id, CancellationToken ct);

    IAsyncEnumerable<Guid> ListAsync(CancellationToken ct);

    /// <summary>Size and free space of the place, in bytes.</summary>
    DiskSpace Space();
}

/// <summary>What an append did.</summary>
/// <param name="Bytes">Bytes written and synced.</param>
/// <param name="Ended">The content came to its end or to the limit; false if it broke off.</param>
public readonly record struct Written(long Bytes, bool Ended);

/// <summary>What a place can hold.</summary>
/// <param name="Size">Bytes in all.</param>
/// <param name="Free">Bytes free to us.</param>
public readonly record struct DiskSpace(long Size, long Free);
