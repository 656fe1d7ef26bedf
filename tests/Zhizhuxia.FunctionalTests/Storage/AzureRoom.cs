using Microsoft.Extensions.Options;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>Containers of its own for one test.</summary>
internal sealed class AzureRoom : IDisposable
{
    private readonly IOptions<StorageOptions> _options;
    private readonly AzureContainers _containers;

    public AzureRoom(Azurite azurite)
    {
        _options = Options.Create(new StorageOptions
        {
            Root = Directory.CreateTempSubdirectory("zzx-storage-").FullName, Kind = StoreKind.Azure, AzureConnectionString = azurite.ConnectionString,
            AzurePrefix = $"t{Guid.NewGuid():N}",
        });
        _containers = new AzureContainers(_options);
        Store = new AzureBlobStore(_containers, TimeProvider.System, _options);
        Area = new AzureUploadArea(_containers);
    }

    public AzureBlobStore Store { get; }

    public AzureUploadArea Area { get; }

    /// <summary>Of a program that keeps its files here too.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Storage:Kind", "Azure"), ("Storage:AzureConnectionString", _options.Value.AzureConnectionString!), ("Storage:AzurePrefix", _options.Value.AzurePrefix),
    ];

    public void Dispose()
    {
        _containers.Dispose();
        Directory.Delete(_options.Value.Root, recursive: true);
    }
}
