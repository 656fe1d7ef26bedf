using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Storage;

/// <summary>The two private containers of the newsroom, made when first asked for. Calls that fail are repeated by the client library.</summary>
public sealed class AzureContainers(IOptions<StorageOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly StorageOptions _options = options.Value;
    private readonly BlobServiceClient _service = Connect(options.Value);
    private volatile Opened? _opened;
    private volatile UserDelegationKey? _key;

    public Uri Address => _service.Uri;

    /// <summary>What is stored for good.</summary>
    public async Task<BlobContainerClient> FilesAsync(CancellationToken ct) => (await OpenAsync(ct)).Files;

    /// <summary>What is still arriving.</summary>
    public async Task<BlobContainerClient> UploadsAsync(CancellationToken ct) => (await OpenAsync(ct)).Uploads;

    /// <summary>What addresses are signed with where the machine says who we are; good for an hour at least.</summary>
    public async Task<UserDelegationKey> SigningKeyAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_key is not { } key || key.SignedExpiresOn < now.AddHours(1))
            _key = key = (await _service.GetUserDelegationKeyAsync(now.AddMinutes(-15), now.AddHours(24), ct)).Value;
        return key;
    }

    public void Dispose() => _opening.Dispose();

    private async Task<Opened> OpenAsync(CancellationToken ct)
    {
        if (_opened is { } opened)
            return opened;
        await _opening.WaitAsync(ct);
        try
        {
            return _opened ??= await CreateAsync(ct);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<Opened> CreateAsync(CancellationToken ct)
    {
        var made = new Opened(_service.GetBlobContainerClient($"{_options.AzurePrefix}-files"), _service.GetBlobContainerClient($"{_options.AzurePrefix}-uploads"));
        await made.Files.CreateIfNotExistsAsync(cancellationToken: ct);
        await made.Uploads.CreateIfNotExistsAsync(cancellationToken: ct);
        return made;
    }

    private static BlobServiceClient Connect(StorageOptions options) => string.IsNullOrEmpty(options.AzureConnectionString)
        ? new BlobServiceClient(options.AzureAddress, new DefaultAzureCredential())
        : new BlobServiceClient(options.AzureConnectionString);

    private sealed record Opened(BlobContainerClient Files, BlobContainerClient Uploads);
}
