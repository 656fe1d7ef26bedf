using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Zhizhuxia.FunctionalTests;

/// <summary>
/// The real program as a child process, on a free loopback port and a data folder of its own. Can be killed and started again on the same
/// port and folder. Dispose stops it and removes the folder.
/// </summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(3);
    private readonly Dictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private PortalProcess(IReadOnlyDictionary<string, string>? settings)
    {
        DataFolder = Directory.CreateTempSubdirectory("zhizhuxia-").FullName;
        Address = new($"http://127.0.0.1:{FreePort.Take()}");
        _settings = new(PortalSettings.Generous)
        {
            ["Urls"] = Address.ToString(),
            ["Storage:Root"] = DataFolder,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            _settings[name] = value;
        foreach (var (name, value) in TestDatabase.SettingsOf(_settings["Storage:Root"]))
            _settings.TryAdd(name, value);
        Data = new(DataFolder, _settings.Where(one => one.Key.StartsWith("Database:", StringComparison.Ordinal)).ToDictionary());
    }

    /// <summary>For example http://127.0.0.1:41234/; the same after a restart.</summary>
    public Uri Address { get; }

    /// <summary>Absolute path of its <c>Storage:Root</c>.</summary>
    public string DataFolder { get; }

    /// <summary>Its database and folders, opened from here.</summary>
    public PortalData Data { get; }

    public int ProcessId => Running.Id;

    /// <summary>Resident bytes of the process.</summary>
    public long WorkingSet
    {
        get
        {
            Running.Refresh();
            return Running.WorkingSet64;
        }
    }

    /// <summary>What it has printed so far, over all its lives.</summary>
    public IReadOnlyCollection<string> Output => _output;

    private Process Running => _process ?? throw new InvalidOperationException("The portal is not running");

    /// <summary>Starts a portal and waits until it is ready.</summary>
    /// <param name="settings">On top of <see cref="PortalSettings.Generous"/>, for example <c>"Jobs:Run" = "None"</c>.</param>
    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string>? settings, CancellationToken ct)
    {
        var portal = new PortalProcess(settings);
        if (portal._settings["Storage:Root"] == portal.DataFolder) // not one that is another's already
            await TestDatabase.PrepareAsync(portal.DataFolder);
        await portal.StartAgainAsync(ct);
        return portal;
    }

    /// <summary>Changes a setting for the next start.</summary>
    public void Set(string name, string value) => _settings[name] = value;

    /// <summary>Starts it anew, after <see cref="KillAsync"/> or <see cref="StopAsync"/>, and waits until it is ready.</summary>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        if (_process is not null)
            throw new InvalidOperationException("The portal is running");
        _process = Start();
        await ReadyAsync(ct);
    }

    /// <summary>kill -9: nothing in the process gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, then waits for the end.</summary>
    public async Task StopAsync()
    {
        _ = Signal(Running.Id, 15);
        await EndAsync();
    }

    /// <summary>A client that follows no redirects; keeps cookies unless told not to. The caller disposes it.</summary>
    public HttpClient Client(bool cookies = true) => Client(cookies ? new CookieContainer() : null);

    /// <param name="cookies">Where cookies are kept; null: nowhere.</param>
    public HttpClient Client(CookieContainer? cookies) => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies is not null, UseProxy = false, CookieContainer = cookies ?? new() })
    {
        BaseAddress = Address, Timeout = TimeSpan.FromMinutes(3),
    };

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        if (_process is not null)
            await EndAsync();
        await Data.RemoveAsync();
        await Data.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    private Process Start()
    {
        var program = PortalProgram.Find();
        var start = new ProcessStartInfo("dotnet", [program.Assembly])
        {
            WorkingDirectory = program.ContentRoot, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var (name, value) in _settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task ReadyAsync(CancellationToken ct)
    {
        using var client = Client(cookies: false);
        var began = Stopwatch.StartNew();
        while (began.Elapsed < ReadyWithin && !Running.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), ct);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception cut) when (cut is HttpRequestException or SocketException)
            {
                // Not listening yet.
            }
            await Task.Delay(50, ct);
        }
        throw new InvalidOperationException($"The portal did not become ready:\n{string.Join('\n', _output)}");
    }

    private async Task EndAsync()
    {
        await Running.WaitForExitAsync();
        _process!.Dispose();
        _process = null;
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _output.Enqueue(line);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Signal(int process, int signal);
}
