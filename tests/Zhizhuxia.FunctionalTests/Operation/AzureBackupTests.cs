using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Storage;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>A backup of a newsroom whose files lie in an object store is like any other.</summary>
public sealed class AzureBackupTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private readonly AzureRoom _room = new(azurite);
    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-backup-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_lies_in_an_object_store_can_be_put_back_on_a_disk()
    {
        await using var newsroom = await Newsroom.OpenAsync(_room.Settings.ToDictionary(one => one.Name, one => (string?)one.Value));
        var film = await newsroom.AddFilmAsync([1, 2, 3]);
        var upload = Guid.CreateVersion7();
        await newsroom.AddArrivedAsync([4, 5, 6], upload);
        await newsroom.Store().WriteAsync(BlobKey.Original(Guid.CreateVersion7()), new MemoryStream([9]), Ct);

        var manifest = await newsroom.Services.GetRequiredService<Backup>().RunAsync(Path.Combine(_folder, "backup"), withKeys: true, Ct);

        Assert.Empty(manifest.Findings);
        await using var fresh = new FreshPlace();
        var restored = await FilmShelf.OperateAsync(fresh.Root, "restore", Path.Combine(_folder, "backup"), "--json");
        Assert.Equal((0, ""), (restored.ExitCode, restored.Codes()));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(Path.Combine(fresh.Root, "blobs", "originals", $"{film.Id:N}"), Ct));
        Assert.Equal([4, 5, 6], await File.ReadAllBytesAsync(Path.Combine(fresh.Root, "uploads", $"{upload:N}"), Ct));
        Assert.Single(Directory.GetFiles(Path.Combine(fresh.Root, "blobs", "originals")));
    }

    public void Dispose()
    {
        _room.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
