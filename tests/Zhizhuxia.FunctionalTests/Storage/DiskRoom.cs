using Microsoft.Extensions.Options;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>A folder of its own for one test.</summary>
internal sealed class DiskRoom : IDisposable
{
    public DiskRoom()
    {
        Options = Microsoft.Extensions.Options.Options.Create(new StorageOptions { Root = Directory.CreateTempSubdirectory("zzx-storage-").FullName });
        Store = new DiskBlobStore(Options);
        Area = new DiskUploadArea(Options, Store);
    }

    public IOptions<StorageOptions> Options { get; }

    public DiskBlobStore Store { get; }

    public DiskUploadArea Area { get; }

    public void Dispose() => Directory.Delete(Options.Value.Root, recursive: true);
}
