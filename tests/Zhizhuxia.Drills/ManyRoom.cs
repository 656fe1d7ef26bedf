using System.Security.Cryptography;
using Zhizhuxia.FunctionalTests.Storage;

namespace Zhizhuxia.Drills;

/// <summary>Two web processes and three workers, each with a folder of its own as on five machines; one PostgreSQL, one object store, one key.</summary>
internal sealed class ManyRoom : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-many-").FullName;
    private readonly Azurite _azurite = new();
    private readonly List<IAsyncDisposable> _opened = [];
    private Dictionary<string, string> _settings = [];
    private PortalData? _data;

    public IReadOnlyList<PortalProcess> Webs { get; private set; } = [];

    /// <summary>The inside of all of them.</summary>
    public PortalData Data => _data ?? throw new InvalidOperationException("Not open yet");

    public Dictionary<string, WorkerProcess> Workers { get; } = [];

    public static async Task<ManyRoom> OpenAsync(CancellationToken ct)
    {
        var room = new ManyRoom();
        await room.BeginAsync(ct);
        return room;
    }

    public string File(string name) => Path.Combine(_folder, name);

    public void StartWorker(string name)
    {
        var settings = new Dictionary<string, string>(_settings) { ["Jobs:Worker"] = name, ["Storage:Root"] = File(name), ["Jobs:QuickSlots"] = "0", ["Media:Threads"] = "1" };
        Workers[name] = WorkerProcess.Start(settings.Select(setting => $"--{setting.Key}={setting.Value}"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in Workers.Values)
            await worker.DisposeAsync();
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        await System.IO.File.WriteAllTextAsync(File("newsroom.key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ct);
        var server = await PostgresServer.StartAsync();
        _opened.Add(server);
        _opened.Add(_azurite);
        await _azurite.InitializeAsync();
        _settings = new(PortalSettings.Generous)
        {
            ["Database:Kind"] = "Postgres", ["Database:ConnectionString"] = server.ConnectionString("many"), ["Storage:KeyFile"] = File("newsroom.key"),
            ["Storage:Kind"] = "Azure", ["Storage:AzureConnectionString"] = _azurite.ConnectionString, ["Storage:AzurePrefix"] = "many",
            ["Media:RangesAbove"] = "00:00:02", // the film is long, but small: it would be thought quick
        };
        var web = new Dictionary<string, string>(_settings) { ["Jobs:Run"] = "None" };
        var first = await PortalProcess.StartAsync(web, ct);
        _opened.Add(first);
        var second = await PortalProcess.StartAsync(web, ct);
        _opened.Add(second);
        Webs = [first, second];
        _data = new(File("here"), _settings);
        _opened.Add(_data);
        foreach (var name in (string[])["one", "two", "three"])
            StartWorker(name);
    }
}
