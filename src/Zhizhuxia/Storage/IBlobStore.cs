namespace Zhizhuxia.Storage;

/// <summary>Keeps files under flat keys. A key is written once and never overwritten; a reader sees a whole file or none.</summary>
public interface IBlobStore
{
    /// <summary>Stores <paramref name="content"/> from its current position to its end. The caller closes the stream.</summary>
    /// <returns>Number of bytes stored, on disk when this returns.</returns>
    /// <exception cref="BlobExistsException">The key is taken; nothing was written.</exception>
    Task<long> WriteAsync(BlobKey key, Stream content, CancellationToken ct);

    /// <summary>Takes over a finished local file; the file at <paramref name="path"/> is gone afterwards.</summary>
    /// <exception cref="BlobExistsException">The key is taken; the local file was left where it was.</exception>
    Task ImportAsync(BlobKey key, string path, CancellationToken ct);

    /// <summary>Opens the file for reading. Seekable; the caller closes it.</summary>
    /// <exception cref="BlobMissingException">There is no such key.</exception>
    Task<Stream> OpenReadAsync(BlobKey key, CancellationToken ct);

    /// <summary>A local, read-only file with the content, for programs that read files. Dispose gives it back.</summary>
    /// <exception cref="BlobMissingException">There is no such key.</exception>
    Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct);

    Task<bool> ExistsAsync(BlobKey key, CancellationToken ct);

    /// <summary>Removes the file; a missing one is no error.</summary>
    Task DeleteAsync(BlobKey key, CancellationToken ct);

    /// <summary>All keys that begin with <paramref name="prefix"/> (whole segments, for example <c>renditions/</c>).</summary>
    IAsyncEnumerable<BlobKey> ListAsync(string prefix, CancellationToken ct);
}
