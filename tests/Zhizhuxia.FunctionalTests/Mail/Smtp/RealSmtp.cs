using System.Diagnostics;
using System.Globalization;

namespace Zhizhuxia.FunctionalTests.Mail.Smtp;

/// <summary>Debian's python3-aiosmtpd behind TLS on a free loopback port; what it takes lies in a folder.</summary>
internal sealed class RealSmtp : IAsyncDisposable
{
    public const string User = "zhizhuxia@newsroom.example";
    public const string Password = "授权码 .1";

    private const string Python = "/usr/bin/python3"; // the one the package belongs to
    private readonly Process _process;
    private readonly string _folder;
    private readonly int _port;

    private RealSmtp(Process process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

    public static async Task<RealSmtp> StartAsync(CancellationToken ct, string security = "implicit")
    {
        var folder = Directory.CreateTempSubdirectory("zzx-smtp-").FullName;
        using var authority = new TestAuthority();
        authority.WriteTo(folder);
        var start = new ProcessStartInfo(Python, ["-W", "ignore", Path.Combine(AppContext.BaseDirectory, "Mail", "Smtp", "server.py"), folder, security, User, Password])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync(ct);
        Assert.True(port is { Length: > 0 }, "aiosmtpd did not start: is python3-aiosmtpd installed?");
        return new(process, folder, int.Parse(port, CultureInfo.InvariantCulture));
    }

    /// <summary>Settings of a newsroom that sends by it.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Mail:SmtpHost", "localhost"), ("Mail:SmtpPort", $"{_port}"), ("Mail:SmtpUser", User), ("Mail:SmtpPassword", Password),
        ("Mail:SmtpCaFile", CaFile), ("Mail:FromAddress", User), ("Mail:SmtpTimeout", "00:00:20"),
    ];

    public string CaFile => Path.Combine(_folder, "ca.pem");

    public int Count => Directory.GetFiles(_folder, "*.eml").Length;

    /// <param name="number">1 for the first.</param>
    public byte[] Mail(int number) => File.ReadAllBytes(Path.Combine(_folder, $"{number}.eml"));

    /// <summary>Sender, readers, parameters of MAIL, whether logged in, whether by TLS.</summary>
    public string[] Envelope(int number) => File.ReadAllLines(Path.Combine(_folder, $"{number}.txt"));

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
