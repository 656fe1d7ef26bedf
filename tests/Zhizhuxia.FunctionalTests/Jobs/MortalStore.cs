using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>The real store on disk; each change to it is a step at which the program may be killed.</summary>
internal sealed class MortalStore(DiskBlobStore disk, Death death) : IBlobStore
{
    public string? Origin => disk.Origin;

    public Task<Uri?> SignAsync(BlobKey key, string contentType, string? downloadName, CancellationToken ct) => disk.SignAsync(key, contentType, downloadName, ct);

    public Task<long> WriteAsync(BlobKey key, Stream content, CancellationToken ct) => death.StepAsync(() => disk.WriteAsync(key, content, ct));

    public Task ImportAsync(BlobKey key, string path, CancellationToken ct) => death.StepAsync(() => disk.ImportAsync(key, path, ct));

    public Task DeleteAsync(BlobKey key, CancellationToken ct) => death.StepAsync(() => disk.DeleteAsync(key, ct));

    public Task<Stream> OpenReadAsync(BlobKey key, CancellationToken ct) => disk.OpenReadAsync(key, ct);

    public Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct) => disk.BorrowAsync(key, ct);

    public Task<bool> ExistsAsync(BlobKey key, CancellationToken ct) => disk.ExistsAsync(key, ct);

    public Task<bool> AnswersAsync(CancellationToken ct) => disk.AnswersAsync(ct);

    public Task<StoredFacts?> LookAsync(BlobKey key, CancellationToken ct) => disk.LookAsync(key, ct);

    public IAsyncEnumerable<BlobKey> ListAsync(string prefix, CancellationToken ct) => disk.ListAsync(prefix, ct);
}
