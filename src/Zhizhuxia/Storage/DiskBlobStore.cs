using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>Files under <c>{Root}/blobs</c>. Written aside, synced, then linked under the final name.</summary>
public sealed class DiskBlobStore(IOptions<StorageOptions> options) : IBlobStore
{
    private readonly string _root = options.Value.Folder("blobs");

    public string? Origin => null;

    public Task<Uri?> SignAsync(BlobKey key, string contentType, string? downloadName, CancellationToken ct) => Task.FromResult<Uri?>(null);

    public async Task<long> WriteAsync(BlobKey key, Stream content, CancellationToken ct)
    {
        var aside = Path.Combine(Ready(Path.Combine(_root, ".aside")), Guid.NewGuid().ToString("N"));
        try
        {
            long length;
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
            {
                await content.CopyToAsync(file, 1 << 20, ct);
                file.Flush(flushToDisk: true);
                length = file.Length;
            }
            Place(aside, key);
            return length;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public Task ImportAsync(BlobKey key, string path, CancellationToken ct)
    {
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite))
            RandomAccess.FlushToDisk(file);
        Place(path, key);
        return Task.CompletedTask;
    }

    public Task<Stream> OpenReadAsync(BlobKey key, CancellationToken ct)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BlobMissingException(key);
        }
    }

    public Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct) =>
        File.Exists(PathOf(key)) ? Task.FromResult(new LocalCopy(PathOf(key), temporary: false)) : throw new BlobMissingException(key);

    public Task<bool> ExistsAsync(BlobKey key, CancellationToken ct) => Task.FromResult(File.Exists(PathOf(key)));

    /// <summary>As long as nothing is stored, the folder is not there.</summary>
    public Task<bool> AnswersAsync(CancellationToken ct) => Task.FromResult(Directory.Exists(_root) || Directory.Exists(Path.GetDirectoryName(_root)));

    public Task<StoredFacts?> LookAsync(BlobKey key, CancellationToken ct)
    {
        var file = new FileInfo(PathOf(key));
        return Task.FromResult(file.Exists ? new StoredFacts(file.Length, file.LastWriteTimeUtc) : null);
    }

    public Task DeleteAsync(BlobKey key, CancellationToken ct)
    {
        if (File.Exists(PathOf(key)))
            File.Delete(PathOf(key));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<BlobKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var folder = Path.Combine(_root, prefix);
        if (!Directory.Exists(folder))
            yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            yield return new BlobKey(Path.GetRelativePath(_root, path).Replace('\\', '/'));
        }
    }

    /// <summary>Gives a finished, synced file its final name. Never overwrites: the runtime links, then unlinks the old name.</summary>
    private void Place(string path, BlobKey key)
    {
        var target = PathOf(key);
        var folder = Ready(Path.GetDirectoryName(target)!);
        if (File.Exists(target))
            throw new BlobExistsException(key);
        try
        {
            File.Move(path, target, overwrite: false);
        }
        catch (IOException) when (File.Exists(target))
        {
            throw new BlobExistsException(key);
        }
        Disk.SyncDirectory(folder);
    }

    private string PathOf(BlobKey key) => Path.Combine(_root, key.Value);

    private static string Ready(string folder)
    {
        Disk.CreateDirectory(folder);
        return folder;
    }
}
