namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>A folder in which no newsroom is yet. Dispose removes whatever has come to be there, its database too.</summary>
internal sealed class FreshPlace : IAsyncDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("zzx-fresh-").FullName;

    public async ValueTask DisposeAsync()
    {
        await using (var data = new PortalData(Root, TestDatabase.SettingsOf(Root)))
            await data.RemoveAsync();
        Directory.Delete(Root, recursive: true);
    }
}
