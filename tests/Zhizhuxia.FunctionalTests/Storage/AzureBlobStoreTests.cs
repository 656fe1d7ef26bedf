using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

[NoDatabase]
public sealed class AzureBlobStoreTests(Azurite azurite) : BlobStoreContract, IClassFixture<Azurite>, IDisposable
{
    private readonly AzureRoom _room = new(azurite);

    protected override IBlobStore Store => _room.Store;

    public void Dispose() => _room.Dispose();
}
