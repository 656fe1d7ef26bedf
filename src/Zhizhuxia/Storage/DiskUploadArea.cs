using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>One file per upload under <c>{Root}/uploads</c>, on the same file system as the store, so that promoting is a rename.</summary>
public sealed class DiskUploadArea(IOptions<StorageOptions> options, IBlobStore store) : IUploadArea
{
    private const int Piece = 1 << 18;
    private readonly string _root = options.Value.Folder("uploads");

    public async Task<Written> AppendAsync(Guid id, long offset, Stream content, long limit, IncrementalHash hash, Func<CancellationToken, Task>? confirm, CancellationToken ct)
    {
        if (confirm is not null)
            await confirm(ct);
        var fresh = !File.Exists(PathOf(id));
        using var file = File.OpenHandle(PathOf(id), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, FileOptions.Asynchronous);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long bytes = 0;
            var ended = true;
            while (bytes < limit)
            {
                var wanted = (int)Math.Min(Piece, limit - bytes);
                var filled = await content.FillAsync(buffer.AsMemory(0, wanted), ct);
                // Not cancellable: what has arrived is kept.
                await RandomAccess.WriteAsync(file, buffer.AsMemory(0, (int)filled.Bytes), offset + bytes, CancellationToken.None);
                hash.AppendData(buffer, 0, (int)filled.Bytes);
                bytes += filled.Bytes;
                if (filled.Bytes < wanted)
                {
                    ended = filled.Ended;
                    break;
                }
            }
            RandomAccess.FlushToDisk(file);
            if (fresh)
                Disk.SyncDirectory(_root);
            return new(bytes, ended);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Task<Stream> OpenReadAsync(Guid id, CancellationToken ct) =>
        Task.FromResult<Stream>(new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 18, useAsync: true));

    public async Task PromoteAsync(Guid id, long length, BlobKey key, CancellationToken ct)
    {
        if (await store.ExistsAsync(key, ct))
        {
            File.Delete(PathOf(id));
            return;
        }
        using (var file = File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.ReadWrite))
        {
            if (RandomAccess.GetLength(file) < length)
                throw new InvalidDataException($"Upload {id:N} has {RandomAccess.GetLength(file)} bytes of {length}");
            RandomAccess.SetLength(file, length);
        }
        await store.ImportAsync(key, PathOf(id), ct);
    }

    public Task DeleteAsync(Guid id, CancellationToken ct)
    {
        File.Delete(PathOf(id));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.Exists(_root) ? Directory.EnumerateFiles(_root) : [])
        {
            ct.ThrowIfCancellationRequested();
            if (Guid.TryParseExact(Path.GetFileName(path), "N", out var id))
                yield return id;
        }
    }

    public DiskSpace Space()
    {
        Disk.CreateDirectory(_root);
        var drive = new DriveInfo(_root);
        var used = drive.TotalSize - drive.TotalFreeSpace;
        return new(used + drive.AvailableFreeSpace, drive.AvailableFreeSpace); // what is kept back for root belongs to nobody, as in df
    }

    private string PathOf(Guid id)
    {
        Disk.CreateDirectory(_root);
        return Path.Combine(_root, id.ToString("N"));
    }
}
