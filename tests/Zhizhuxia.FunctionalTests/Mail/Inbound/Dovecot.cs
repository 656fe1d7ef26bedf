using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>
/// A real mail server on loopback with a folder of its own, run without root (as nobody where the tests are root). Can be killed and started again on the
/// same port. Mails are delivered into its Maildir, as a provider does.
/// </summary>
internal sealed class Dovecot : IAsyncDisposable
{
    public const string User = "zhizhuxia";
    public const string Password = "授权码 \"1\"";

    private const int Nobody = 65534;
    private static readonly string[] _parts = ["tmp", "new", "cur"];
    private static readonly string[] _seen = ["new", "cur"];
    private readonly string _root = Directory.CreateTempSubdirectory("zzx-dovecot-").FullName;
    private readonly TestCertificate _certificate = new();
    private Process? _process;
    private int _delivered;

    private Dovecot() => Port = FreePort.Take();

    public static bool IsThere { get; } = File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/dovecot/imap");

    public int Port { get; }

    /// <summary>Settings of a newsroom that asks this server.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Inbox:Kind"] = "Imap", ["Inbox:Host"] = "127.0.0.1", ["Inbox:Port"] = Port.ToString(CultureInfo.InvariantCulture), ["Inbox:User"] = User,
        ["Inbox:Password"] = Password, ["Inbox:TrustedCertificate"] = Path.Combine(_root, "cert.pem"), ["Inbox:FirstBackOff"] = "00:00:00.1",
    };

    private string Maildir => Path.Combine(_root, "mail", User);

    public static async Task<Dovecot> StartAsync(CancellationToken ct)
    {
        Assert.SkipUnless(IsThere, "Dovecot is not installed (package dovecot-imapd)");
        var server = new Dovecot();
        await server.WriteFilesAsync(ct);
        await server.StartAgainAsync(ct);
        return server;
    }

    /// <summary>Starts it and waits until it greets.</summary>
    public async Task StartAgainAsync(CancellationToken ct)
    {
        List<string> command = [.. Environment.UserName == "root" ? new[] { "setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups" } : [], "/usr/sbin/dovecot", "-F", "-c", Path.Combine(_root, "dovecot.conf")];
        _process = Process.Start(new ProcessStartInfo("setsid", command) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var began = Stopwatch.StartNew();
        while (!await IsListeningAsync(ct))
        {
            Assert.False(_process.HasExited || began.Elapsed > TimeSpan.FromSeconds(30), await LogAsync(ct));
            await Task.Delay(20, ct);
        }
    }

    /// <summary>kill -9 of all its processes.</summary>
    public async Task KillAsync()
    {
        _ = PortalProcess.Signal(-_process!.Id, 9); // setsid has made it the leader of a group
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>A new mail, whole at once.</summary>
    /// <param name="folder">Null: INBOX.</param>
    public void Deliver(string mail, string? folder = null)
    {
        var maildir = folder is null ? Maildir : Path.Combine(Maildir, $".{folder}");
        foreach (var part in _parts)
            Own(Directory.CreateDirectory(Path.Combine(maildir, part)).FullName);
        Own(maildir);
        var name = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.M{Interlocked.Increment(ref _delivered)}P{Environment.ProcessId}.test");
        var aside = Path.Combine(maildir, "tmp", name);
        File.WriteAllBytes(aside, Encoding.UTF8.GetBytes(mail));
        Own(aside);
        File.Move(aside, Path.Combine(maildir, "new", name));
    }

    /// <summary>A colleague reads along in a browser: every mail gets the mark of having been seen.</summary>
    public void MarkAllSeen()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Maildir, "new")).Concat(Directory.EnumerateFiles(Path.Combine(Maildir, "cur"))).Where(path => !path.EndsWith('S')))
        {
            try
            {
                File.Move(path, Path.Combine(Maildir, "cur", $"{Path.GetFileName(path).Split(':')[0]}:2,S"));
            }
            catch (FileNotFoundException)
            {
                // the server has moved it meanwhile
            }
        }
    }

    /// <summary>Names of INBOX with their marks, or of another folder.</summary>
    public IReadOnlyList<string> Files(string? folder = null) => [.. _seen.Select(part => Path.Combine(folder is null ? Maildir : Path.Combine(Maildir, $".{folder}"), part))
        .Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)];

    /// <summary>The server forgets its numbers: a new UIDVALIDITY. Stopped meanwhile.</summary>
    public async Task RenumberAsync(CancellationToken ct)
    {
        await KillAsync();
        foreach (var path in Directory.EnumerateFiles(Maildir, "dovecot*").ToList())
            File.Delete(path);
        await Task.Delay(TimeSpan.FromSeconds(1.1), ct); // UIDVALIDITY is a time in whole seconds
        await StartAgainAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
        _certificate.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private async Task WriteFilesAsync(CancellationToken ct)
    {
        var (user, group) = Environment.UserName == "root" ? ("nobody", "nogroup") : (Environment.UserName, Environment.UserName);
        await File.WriteAllTextAsync(Path.Combine(_root, "cert.pem"), _certificate.Pem, ct);
        await File.WriteAllTextAsync(Path.Combine(_root, "key.pem"), _certificate.KeyPem, ct);
        await File.WriteAllTextAsync(Path.Combine(_root, "users"), $"{User}:{{PLAIN}}{Password}\n", ct);
        await File.WriteAllTextAsync(Path.Combine(_root, "dovecot.conf"), DovecotConfiguration.Of(_root, Port, user, group), ct);
        foreach (var part in (string[])["run", "state", Path.Combine("mail", User)])
            Directory.CreateDirectory(Path.Combine(_root, part));
        Own(_root);
        foreach (var path in Directory.EnumerateFileSystemEntries(_root, "*", SearchOption.AllDirectories))
            Own(path);
        foreach (var part in _parts)
            Own(Directory.CreateDirectory(Path.Combine(Maildir, part)).FullName);
    }

    private async Task<bool> IsListeningAsync(CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task<string> LogAsync(CancellationToken ct) =>
        File.Exists(Path.Combine(_root, "dovecot.log")) ? await File.ReadAllTextAsync(Path.Combine(_root, "dovecot.log"), ct) : "Dovecot has not even logged";

    /// <summary>Where the tests are root the server is nobody, and the files are its own.</summary>
    private static void Own(string path)
    {
        if (Environment.UserName == "root")
            Assert.Equal(0, NativeFiles.Chown(path, Nobody, Nobody));
    }
}
