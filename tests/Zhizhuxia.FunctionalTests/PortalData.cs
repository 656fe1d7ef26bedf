using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests;

/// <summary>The inside of a running portal: its services over the same data folder, in this process. No job runs here.</summary>
/// <param name="folder">Its storage root.</param>
/// <param name="database">Where its database is, if not in the folder.</param>
public sealed class PortalData(string folder, IReadOnlyDictionary<string, string> database) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddZhizhuxia(new ConfigurationBuilder().AddInMemoryCollection(database!).AddInMemoryCollection([new("Storage:Root", folder)]).Build())
        .BuildServiceProvider();

    /// <summary>A fresh look at the database; the caller disposes it.</summary>
    public PortalDb OpenDb() => _services.GetRequiredService<Func<PortalDb>>()();

    /// <summary>A scope of the rules' services, for example to run a use case directly.</summary>
    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Nobody needs the data any more.</summary>
    public async Task RemoveAsync()
    {
        await using var db = OpenDb();
        await TestDatabase.RemoveAsync(db);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
