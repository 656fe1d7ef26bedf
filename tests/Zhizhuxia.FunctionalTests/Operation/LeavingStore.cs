using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>What happens just before a file is opened.</summary>
internal sealed class LeavingFile
{
    private BlobKey? _key;
    private Func<Task>? _leave;

    public void Set(BlobKey key, Func<Task> leave) => (_key, _leave) = (key, leave);

    public Task AskedAsync(BlobKey key) => key == _key ? _leave!() : Task.CompletedTask;
}

/// <summary>The real store on disk, in which one file goes in the moment it is asked for.</summary>
internal sealed class LeavingStore(DiskBlobStore disk, LeavingFile leaving) : IBlobStore
{
    public string? Origin => disk.Origin;

    public Task<Uri?> SignAsync(BlobKey key, string contentType, string? downloadName, CancellationToken ct) => disk.SignAsync(key, contentType, downloadName, ct);

    public Task<long> WriteAsync(BlobKey key, Stream content, CancellationToken ct) => disk.WriteAsync(key, content, ct);

    public Task ImportAsync(BlobKey key, string path, CancellationToken ct) => disk.ImportAsync(key, path, ct);

    public Task DeleteAsync(BlobKey key, CancellationToken ct) => disk.DeleteAsync(key, ct);

    public async Task<Stream> OpenReadAsync(BlobKey key, CancellationToken ct)
    {
        await leaving.AskedAsync(key);
        return await disk.OpenReadAsync(key, ct);
    }

    public Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct) => disk.BorrowAsync(key, ct);

    public Task<bool> ExistsAsync(BlobKey key, CancellationToken ct) => disk.ExistsAsync(key, ct);

    public Task<bool> AnswersAsync(CancellationToken ct) => disk.AnswersAsync(ct);

    public Task<StoredFacts?> LookAsync(BlobKey key, CancellationToken ct) => disk.LookAsync(key, ct);

    public IAsyncEnumerable<BlobKey> ListAsync(string prefix, CancellationToken ct) => disk.ListAsync(prefix, ct);
}
