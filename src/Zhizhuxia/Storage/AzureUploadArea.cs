using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Zhizhuxia.Storage;

/// <summary>
/// One block blob per upload. Bytes are staged as blocks while they arrive and added to the blob at the end of each append, on condition that
/// the blob is as it was at the beginning: of two web processes that write, the service lets one go on. What is in the blob can be read, so
/// that any process can go on with the hash.
/// </summary>
public sealed class AzureUploadArea(AzureContainers containers) : IUploadArea
{
    private const int Largest = 8 << 20;

    /// <summary>The service has no end that we could see; a pebibyte.</summary>
    private const long Endless = 1L << 50;

    public async Task<Written> AppendAsync(Guid id, long offset, Stream content, long limit, IncrementalHash hash, Func<CancellationToken, Task>? confirm, CancellationToken ct)
    {
        var blob = await OfAsync(id, ct);
        var before = await BlocksAsync(blob, ct);
        if (confirm is not null)
            await confirm(ct);
        var blocks = before.UpTo(offset);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Largest, limit));
        try
        {
            long bytes = 0;
            var ended = true;
            while (bytes < limit && ended)
            {
                var wanted = (int)Math.Min(buffer.Length, limit - bytes);
                var filled = await content.FillAsync(buffer.AsMemory(0, wanted), ct);
                if (filled.Bytes > 0)
                    blocks.Add(await StageAsync(blob, offset + bytes, buffer, (int)filled.Bytes));
                hash.AppendData(buffer, 0, (int)filled.Bytes);
                bytes += filled.Bytes;
                ended = filled.Ended;
                if (filled.Bytes < wanted)
                    break;
            }
            if (bytes > 0)
                await CommitAsync(blob, id, blocks, before.Tag);
            return new(bytes, ended);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task<Stream> OpenReadAsync(Guid id, CancellationToken ct)
    {
        var blob = await OfAsync(id, ct);
        try
        {
            // It may grow meanwhile; what lies below the row's offset does not change.
            return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: true) { BufferSize = Largest }, ct);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new FileNotFoundException("Nothing was ever written", id.ToString("N"), missing);
        }
    }

    public async Task PromoteAsync(Guid id, long length, BlobKey key, CancellationToken ct)
    {
        var source = await OfAsync(id, ct);
        var target = (await containers.FilesAsync(ct)).GetBlockBlobClient(key.Value);
        if (!await IsCopiedAsync(target, ct))
        {
            var blocks = await BlocksAsync(source, ct);
            if (blocks.Length < length)
                throw new InvalidDataException($"Upload {id:N} has {blocks.Length} bytes of {length}");
            if (blocks.Length > length)
                await CommitAsync(source, id, blocks.UpTo(length), blocks.Tag);
            await target.StartCopyFromUriAsync(source.Uri, new() { DestinationConditions = new() { IfNoneMatch = ETag.All } }, ct);
            if (!await IsCopiedAsync(target, ct))
                throw new IOException($"{key} could not be copied");
        }
        await DeleteAsync(id, ct);
    }

    public async Task DeleteAsync(Guid id, CancellationToken ct) => await (await OfAsync(id, ct)).DeleteIfExistsAsync(cancellationToken: ct);

    public async IAsyncEnumerable<Guid> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var blob in (await containers.UploadsAsync(ct)).GetBlobsAsync(cancellationToken: ct))
        {
            if (Guid.TryParseExact(blob.Name, "N", out var id))
                yield return id;
        }
    }

    public DiskSpace Space() => new(Endless, Endless);

    /// <summary>Waits for a copy under way; one that failed is removed, so that it can begin anew.</summary>
    private static async Task<bool> IsCopiedAsync(BlockBlobClient target, CancellationToken ct)
    {
        while (await target.ExistsAsync(ct))
        {
            var copied = (await target.GetPropertiesAsync(cancellationToken: ct)).Value;
            if (copied.BlobCopyStatus is CopyStatus.Pending)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
                continue;
            }
            if (copied.BlobCopyStatus is null or CopyStatus.Success)
                return true;
            await target.DeleteIfExistsAsync(cancellationToken: ct);
        }
        return false;
    }

    /// <summary>Not cancellable: what has arrived is kept.</summary>
    /// <returns>The block; its name begins with the 64 bits of its offset, and no two appends use the same.</returns>
    private static async Task<StagedBlock> StageAsync(BlockBlobClient blob, long offset, byte[] buffer, int count)
    {
        var name = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(name, offset);
        RandomNumberGenerator.Fill(name.AsSpan(8));
        var block = new StagedBlock(Convert.ToBase64String(name), count);
        using var content = new MemoryStream(buffer, 0, count, writable: false);
        await blob.StageBlockAsync(block.Name, content, options: null, CancellationToken.None);
        return block;
    }

    private static async Task CommitAsync(BlockBlobClient blob, Guid id, IEnumerable<StagedBlock> blocks, ETag? before)
    {
        var unchanged = before is { } tag ? new BlobRequestConditions { IfMatch = tag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.CommitBlockListAsync(blocks.Select(block => block.Name), new CommitBlockListOptions { Conditions = unchanged }, CancellationToken.None);
        }
        catch (RequestFailedException taken) when (AzureBlobStore.IsTaken(taken))
        {
            throw new BytesTakenOverException(id, taken);
        }
    }

    private static async Task<StagedBlocks> BlocksAsync(BlockBlobClient blob, CancellationToken ct)
    {
        try
        {
            var answer = await blob.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: ct);
            return new([.. answer.Value.CommittedBlocks.Select(block => new StagedBlock(block.Name, block.SizeLong))], answer.GetRawResponse().Headers.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return new([], null);
        }
    }

    private async Task<BlockBlobClient> OfAsync(Guid id, CancellationToken ct) => (await containers.UploadsAsync(ct)).GetBlockBlobClient(id.ToString("N"));
}
