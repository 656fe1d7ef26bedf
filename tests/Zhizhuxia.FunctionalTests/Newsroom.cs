using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests;

/// <summary>The library on a real database in a folder of its own, without a web server and without running loops.</summary>
public sealed class Newsroom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Newsroom(string root, ServiceProvider services) => (Root, _services) = (root, services);

    /// <summary>The storage root.</summary>
    public string Root { get; }

    public IServiceProvider Services => _services;

    /// <param name="settings">Settings over the defaults, e.g. ("Jobs:MaxFailures", "2").</param>
    /// <param name="add">Further registrations, such as job handlers of the test.</param>
    public static async Task<Newsroom> OpenAsync(IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? add = null)
    {
        var root = Directory.CreateTempSubdirectory("zzx-test-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(TestDatabase.SettingsOf(root)!)
            .AddInMemoryCollection(new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["Storage:Root"] = root })
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddZhizhuxia(configuration);
        add?.Invoke(services);
        await TestDatabase.PrepareAsync(root);
        var newsroom = new Newsroom(root, services.BuildServiceProvider());
        await newsroom.Services.MigrateAsync(CancellationToken.None);
        return newsroom;
    }

    /// <summary>A context of its own; the caller disposes it.</summary>
    public PortalDb OpenDb() => Services.GetRequiredService<Func<PortalDb>>()();

    public async ValueTask DisposeAsync()
    {
        await using (var db = OpenDb())
            await TestDatabase.RemoveAsync(db);
        await _services.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
