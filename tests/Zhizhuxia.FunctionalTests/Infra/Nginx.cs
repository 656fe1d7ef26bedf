using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>
/// A real nginx with the site of infra/nginx in front of a portal, as an ordinary process on a free loopback port. Only names, addresses and folders of
/// the site are put in their place. Stopped by its process id.
/// </summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private const string SiteName = "tougao.example.cn";
    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-nginx-").FullName;
    private readonly int _port = FreePort.Take();
    private Process? _process;

    /// <summary>The address readers use; the port is put in when connecting.</summary>
    public static Uri Address { get; } = new($"https://{SiteName}/");

    /// <summary>Where nginx would put a request's body that it does not pass on at once.</summary>
    public string BodyFolder => Path.Combine(_folder, "bodies");

    /// <summary>What it has written down.</summary>
    public string AccessLog => Read("access.log");

    /// <param name="portal">Where requests go.</param>
    public static async Task<Nginx> StartAsync(Uri portal, CancellationToken ct)
    {
        Assert.SkipUnless(File.Exists(Program), "nginx is not installed: package nginx-light");
        var nginx = new Nginx();
        await nginx.ConfigureAsync(portal, ct);
        nginx._process = Process.Start(new ProcessStartInfo(Program, ["-p", nginx._folder, "-c", "nginx.conf", "-e", "error.log"]))!;
        await Eventually.TrueAsync(nginx.IsListeningAsync);
        return nginx;
    }

    /// <summary>A reader's browser, seen by nginx at this loopback address. Follows no redirects; keeps cookies. The caller disposes it.</summary>
    /// <param name="from">For example 127.0.0.2.</param>
    /// <param name="cookies">Null: its own.</param>
    public HttpClient Client(string from, CookieContainer? cookies = null) => new(new Http2Only(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies ?? new(),
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={SiteName}" },
        ConnectCallback = async (_, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }))
    {
        BaseAddress = Address, Timeout = TimeSpan.FromMinutes(3),
    };

    /// <summary>What openssl says of a greeting, with whatever the client's own policy would forbid.</summary>
    /// <param name="version">-tls1_1, -tls1_2 or -tls1_3.</param>
    /// <param name="more">Further options.</param>
    public async Task<string> GreetAsync(string version, params string[] more)
    {
        const string openssl = "/usr/bin/openssl";
        Assert.SkipUnless(File.Exists(openssl), "openssl is not installed: package openssl");
        string[] arguments = ["s_client", "-connect", $"127.0.0.1:{_port}", "-servername", SiteName, version, "-cipher", "DEFAULT:@SECLEVEL=0", .. more];
        using var process = Process.Start(new ProcessStartInfo(openssl, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.StandardInput.Close();
        return string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _ = PortalProcess.Signal(_process.Id, 15); // SIGTERM: the master takes its worker with it
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private async Task ConfigureAsync(Uri portal, CancellationToken ct)
    {
        Directory.CreateDirectory(BodyFolder);
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var certificate = new CertificateRequest($"CN={SiteName}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100)))
        {
            await WriteAsync("fullchain.pem", certificate.ExportCertificatePem(), ct);
            await WriteAsync("privkey.pem", key.ExportPkcs8PrivateKeyPem(), ct);
        }
        var site = await File.ReadAllTextAsync(Path.Combine(PortalProgram.RepositoryRoot(), "infra/nginx/zhizhuxia.conf"), ct);
        site = site.Replace("server 127.0.0.1:5080", $"server {portal.Authority}", StringComparison.Ordinal)
            .Replace("/etc/ssl/zhizhuxia/", $"{_folder}/", StringComparison.Ordinal)
            .Replace("/var/log/nginx/zhizhuxia.log", $"{_folder}/access.log", StringComparison.Ordinal);
        site = IPv6().Replace(site, "");
        site = Plain().Replace(site, $"listen 127.0.0.1:{FreePort.Take()}");
        site = Tls().Replace(site, $"listen 127.0.0.1:{_port}");
        await WriteAsync("site.conf", site, ct);
        await WriteAsync("nginx.conf", $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes 1;
            pid nginx.pid;
            events { worker_connections 512; }
            http {
                client_body_temp_path bodies;
                proxy_temp_path answers; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
                include site.conf;
            }
            """, ct);
    }

    private Task WriteAsync(string name, string text, CancellationToken ct) => File.WriteAllTextAsync(Path.Combine(_folder, name), text, ct);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    private async Task<bool> IsListeningAsync()
    {
        Assert.False(_process!.HasExited, $"nginx does not start: {(File.Exists(Path.Combine(_folder, "error.log")) ? Read("error.log") : "")}");
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

    private sealed class Http2Only(HttpMessageHandler next) : DelegatingHandler(next)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            return base.SendAsync(request, cancellationToken);
        }
    }

    [GeneratedRegex(@"^ +listen \[::\].*\n", RegexOptions.Multiline)]
    private static partial Regex IPv6();

    [GeneratedRegex(@"\blisten 80\b")]
    private static partial Regex Plain();

    [GeneratedRegex(@"\blisten 443\b")]
    private static partial Regex Tls();
}
