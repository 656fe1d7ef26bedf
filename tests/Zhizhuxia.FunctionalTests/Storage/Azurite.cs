using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>A real object-store emulator on loopback, with a folder of its own. Stopped by its process id.</summary>
public sealed class Azurite : IAsyncLifetime
{
    // The emulator's own account, the same in every copy of it: no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly string Program = Path.Combine(Repository(), "tests", "azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");
    private readonly string _root = Directory.CreateTempSubdirectory("zzx-azurite-").FullName;
    private readonly int _port = FreePort.Take();
    private Process? _process;

    public string Address => $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{Account}";

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Address};";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Program), "azurite is not installed: npm ci in tests/azurite");
        var port = _port.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(new ProcessStartInfo("node", [Program, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--blobHost", "127.0.0.1", "--blobPort", port, "--location", _root])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var began = Stopwatch.StartNew();
        while (!await IsListeningAsync())
        {
            Assert.False(_process.HasExited || began.Elapsed > TimeSpan.FromSeconds(60), "azurite does not listen");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_root, recursive: true);
    }

    private async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Zhizhuxia.slnx")))
            folder = Path.GetDirectoryName(folder.TrimEnd('/'))!;
        return folder;
    }
}
