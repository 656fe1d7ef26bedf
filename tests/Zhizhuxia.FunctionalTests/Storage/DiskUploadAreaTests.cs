using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

[NoDatabase]
public sealed class DiskUploadAreaTests : UploadAreaContract, IDisposable
{
    private readonly DiskRoom _room = new();

    protected override IUploadArea Area => _room.Area;

    protected override IBlobStore Store => _room.Store;

    public void Dispose() => _room.Dispose();
}
