using System.Security.Cryptography;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>Opens what rows name, wherever it lies at the moment.</summary>
public sealed class FileRoom(IBlobStore store, IUploadArea area)
{
    /// <summary>The caller disposes it; null: it is not there.</summary>
    internal async Task<OpenedFile?> OpenAsync(NamedFile file, CancellationToken ct)
    {
        if (file.Place is FilePlace.Blobs)
            return await OpenAsync(new BlobKey(file.Name), file.Path, ct);
        try
        {
            return new(file.Path, await area.OpenReadAsync(Guid.ParseExact(file.Name, "N"), ct));
        }
        catch (FileNotFoundException)
        {
            return file.Later is { } key ? await OpenAsync(key, file.Path, ct) : null; // it was stored in this very moment
        }
    }

    /// <summary>Length of a stored file; null: it is not there.</summary>
    internal async Task<long?> LengthAsync(BlobKey key, CancellationToken ct) => (await store.LookAsync(key, ct))?.Length;

    private async Task<OpenedFile?> OpenAsync(BlobKey key, string path, CancellationToken ct)
    {
        try
        {
            return new(path, await store.OpenReadAsync(key, ct));
        }
        catch (BlobMissingException)
        {
            return null;
        }
    }
}

/// <summary>A file that was found.</summary>
/// <param name="Path">Where its row says that it lies: bytes of an upload that was stored meanwhile are still the upload's.</param>
internal sealed record OpenedFile(string Path, Stream Content) : IAsyncDisposable
{
    private const int Piece = 1 << 20;

    /// <summary>Reads at most so many bytes from the beginning, hashes them, and copies them where there is somewhere to.</summary>
    public async Task<ReadBytes> ReadAsync(long limit, Stream? copy, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        long bytes = 0;
        while (bytes < limit)
        {
            var read = await Content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(Piece, limit - bytes)), ct);
            if (read == 0)
                break;
            hash.AppendData(buffer, 0, read);
            if (copy is not null)
                await copy.WriteAsync(buffer.AsMemory(0, read), ct);
            bytes += read;
        }
        return new(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <param name="Sha256">Lower-case hex.</param>
internal readonly record struct ReadBytes(long Bytes, string Sha256);
