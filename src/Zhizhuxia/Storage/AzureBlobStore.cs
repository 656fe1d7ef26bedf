using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>Files in a private container. "Only if new" is decided by the service (<c>If-None-Match: *</c>), so of two writers one wins.</summary>
public sealed class AzureBlobStore(AzureContainers containers, TimeProvider clock, IOptions<StorageOptions> options) : IBlobStore
{
    private const int Piece = 4 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly BlobUploadOptions OnlyNew = new()
    {
        Conditions = new() { IfNoneMatch = ETag.All },
        TransferOptions = new() { InitialTransferSize = 2 * Piece, MaximumTransferSize = 2 * Piece, MaximumConcurrency = 2 },
    };

    private readonly string _borrowed = options.Value.Folder("borrowed");

    public string? Origin => options.Value.SignedFor > TimeSpan.Zero ? containers.Address.GetLeftPart(UriPartial.Authority) : null;

    public async Task<Uri?> SignAsync(BlobKey key, string contentType, string? downloadName, CancellationToken ct)
    {
        if (Origin is null)
            return null;
        var blob = await OfAsync(key, ct);
        var now = clock.GetUtcNow();
        var rights = new BlobSasBuilder(BlobSasPermissions.Read, now + options.Value.SignedFor)
        {
            BlobContainerName = blob.BlobContainerName, BlobName = blob.Name, Resource = "b", ContentType = contentType, CacheControl = "no-store",
            ContentDisposition = downloadName is null ? null : $"attachment; filename*=UTF-8''{Uri.EscapeDataString(downloadName)}",
        };
        if (blob.CanGenerateSasUri)
            return blob.GenerateSasUri(rights);
        var signed = rights.ToSasQueryParameters(await containers.SigningKeyAsync(now, ct), blob.AccountName);
        return new BlobUriBuilder(blob.Uri) { Sas = signed }.ToUri();
    }

    public async Task<long> WriteAsync(BlobKey key, Stream content, CancellationToken ct)
    {
        var blob = await OfAsync(key, ct);
        try
        {
            await blob.UploadAsync(content, OnlyNew, ct);
        }
        catch (RequestFailedException taken) when (IsTaken(taken))
        {
            throw new BlobExistsException(key);
        }
        return (await blob.GetPropertiesAsync(cancellationToken: ct)).Value.ContentLength;
    }

    public async Task ImportAsync(BlobKey key, string path, CancellationToken ct)
    {
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true))
            await WriteAsync(key, file, ct);
        File.Delete(path);
    }

    public async Task<Stream> OpenReadAsync(BlobKey key, CancellationToken ct)
    {
        var blob = await OfAsync(key, ct);
        try
        {
            return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = Piece }, ct);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new BlobMissingException(key);
        }
    }

    public async Task<LocalCopy> BorrowAsync(BlobKey key, CancellationToken ct)
    {
        Disk.CreateDirectory(_borrowed);
        var copy = new LocalCopy(Path.Combine(_borrowed, Guid.NewGuid().ToString("N")), temporary: true);
        var whole = false;
        try
        {
            await (await OfAsync(key, ct)).DownloadToAsync(copy.Path, ct);
            whole = true;
            return copy;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            throw new BlobMissingException(key);
        }
        finally
        {
            if (!whole)
                await copy.DisposeAsync();
        }
    }

    public async Task<bool> ExistsAsync(BlobKey key, CancellationToken ct) => await (await OfAsync(key, ct)).ExistsAsync(ct);

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await (await containers.FilesAsync(patience.Token)).ExistsAsync(patience.Token);
        }
        catch (Exception silent) when (silent is RequestFailedException or AggregateException || (silent is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    public async Task<StoredFacts?> LookAsync(BlobKey key, CancellationToken ct)
    {
        try
        {
            var facts = (await (await OfAsync(key, ct)).GetPropertiesAsync(cancellationToken: ct)).Value;
            return new(facts.ContentLength, facts.LastModified);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async Task DeleteAsync(BlobKey key, CancellationToken ct) => await (await OfAsync(key, ct)).DeleteIfExistsAsync(cancellationToken: ct);

    public async IAsyncEnumerable<BlobKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var files = await containers.FilesAsync(ct);
        await foreach (var blob in files.GetBlobsAsync(prefix: prefix, cancellationToken: ct))
            yield return new BlobKey(blob.Name);
    }

    /// <summary>409 from a condition on a new blob, 412 where another writer committed first.</summary>
    internal static bool IsTaken(RequestFailedException failed) => failed.Status is 412 || failed.ErrorCode == BlobErrorCode.BlobAlreadyExists;

    private async Task<BlobClient> OfAsync(BlobKey key, CancellationToken ct) => (await containers.FilesAsync(ct)).GetBlobClient(key.Value);
}
