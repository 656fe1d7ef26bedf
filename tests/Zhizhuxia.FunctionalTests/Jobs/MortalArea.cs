using System.Security.Cryptography;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>The real upload area on disk; removing and promoting are steps at which the program may be killed.</summary>
internal sealed class MortalArea(DiskUploadArea disk, Death death) : IUploadArea
{
    public Task PromoteAsync(Guid id, long length, BlobKey key, CancellationToken ct) => death.StepAsync(() => disk.PromoteAsync(id, length, key, ct));

    public Task DeleteAsync(Guid id, CancellationToken ct) => death.StepAsync(() => disk.DeleteAsync(id, ct));

    public Task<Written> AppendAsync(Guid id, long offset, Stream content, long limit, IncrementalHash hash, Func<CancellationToken, Task>? confirm, CancellationToken ct) =>
        disk.AppendAsync(id, offset, content, limit, hash, confirm, ct);

    public Task<Stream> OpenReadAsync(Guid id, CancellationToken ct) => disk.OpenReadAsync(id, ct);

    public IAsyncEnumerable<Guid> ListAsync(CancellationToken ct) => disk.ListAsync(ct);

    public DiskSpace Space() => disk.Space();
}
