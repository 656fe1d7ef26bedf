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

    /// <summary>Where the addresses of <see cref="SignAsync"/> lead (scheme, host, port); null: nowhere, files are streamed through the program.</summary>
    string? Origin { get; }

    /// <summary>An address that opens this one file at the store itself, for reading and for a short time; null without <see cref="Origin"/>.</summary>
    /// <param name="contentType">What the store shall say it is.</param>
    /// <param name="downloadName">Not null: to be saved under this name instead of shown.</param>
    Task<Uri?> SignAsync(BlobKey key, string contentType, string? downloadName, CancellationToken ct);

    Task<bool> ExistsAsync(BlobKey key, CancellationToken ct);

    /// <summary>Whether the place answers at all; asked for by staff, within a few seconds.</summary>
    Task<bool> AnswersAsync(CancellationToken ct);

    /// <summary>Length and time of a file; null if there is none.</summary>
    Task<StoredFacts?> LookAsync(BlobKey key, CancellationToken ct);

    /// <summary>Removes the file; a missing one is no error.</summary>
    Task DeleteAsync(BlobKey key, CancellationToken ct);

    /// <summary>All keys that begin with <paramref name="prefix"/> (whole segments, for example <c>renditions/</c>).</summary>
    IAsyncEnumerable<BlobKey> ListAsync(string prefix, CancellationToken ct);
}
