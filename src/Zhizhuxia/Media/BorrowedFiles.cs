using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Local copies of several files of the store, given back together.</summary>
public sealed class BorrowedFiles(LadderShelf shelf) : IAsyncDisposable
{
    private readonly List<LocalCopy> _copies = [];

    /// <summary>Borrows one more.</summary>
    /// <returns>Its path on this machine.</returns>
    public async Task<string> AddAsync(BlobKey key, CancellationToken ct)
    {
        _copies.Add(await shelf.BorrowAsync(key, ct));
        return _copies[^1].Path;
    }

    /// <summary>Gives all back.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var copy in _copies)
            await copy.DisposeAsync();
    }
}
