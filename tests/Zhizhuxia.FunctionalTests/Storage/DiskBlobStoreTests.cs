using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

[NoDatabase]
public sealed class DiskBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly DiskRoom _room = new();

    protected override IBlobStore Store => _room.Store;

    public void Dispose() => _room.Dispose();
}
