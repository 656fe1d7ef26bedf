using System.Diagnostics;
using System.Globalization;

namespace Zhizhuxia.FunctionalTests;

/// <summary>
/// A real PostgreSQL on a free loopback port with a data folder of its own, as an ordinary user (nobody where the tests are root). A shell of the same
/// user watches over it: when the tests end, however they end, it stops the server by its process id and removes the folder.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int Nobody = 65534;

    // $1 folder, $2 port. Ordering as in a Chinese newsroom, which is not that of bytes. No sync: the machine does not fail here, only the server.
    private const string Watch = """
        stop() { [ ! -e "$1/data/postmaster.pid" ] || pg_ctl -D "$1/data" -m immediate -w stop; rm -rf "$1"; }
        initdb -D "$1/data" -U zhizhuxia -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-CN --no-sync &&
        printf '%s\n' "port = $2" "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" "fsync = off" "max_connections = 300" >> "$1/data/postgresql.conf" &&
        pg_ctl -D "$1/data" -l "$1/log" -w -t 60 start && echo started
        cat > /dev/null
        stop "$1"
        """;

    /// <summary>Debian's place; where there are several versions, the newest.</summary>
    private static readonly string _binaries = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderBy(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)).Select(folder => Path.Combine(folder, "bin")).Last()
        : "";

    private readonly string _folder = Directory.CreateTempSubdirectory("zzx-postgres-").FullName;
    private readonly int _port = FreePort.Take();
    private Process? _watch;

    private PostgresServer()
    {
    }

    private static bool IsRoot => Environment.UserName == "root";

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        if (IsRoot && NativeFiles.Chown(server._folder, Nobody, Nobody) != 0)
            throw new IOException($"{server._folder} cannot be given to the server's user");
        server._watch = server.Run("sh", "-c", Watch, "watch", server._folder, server._port.ToString(CultureInfo.InvariantCulture));
        List<string> said = [];
        while (await server._watch.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line == "started")
            {
                server._watch.BeginErrorReadLine();
                return server;
            }
        }
        throw new InvalidOperationException($"PostgreSQL did not start:\n{string.Join('\n', said)}\n{await server._watch.StandardError.ReadToEndAsync()}");
    }

    /// <param name="database">It need not be there yet.</param>
    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=zhizhuxia;Database={database};Maximum Pool Size=40;Connection Idle Lifetime=10");

    /// <summary>As after a crash: every connection is cut, and it comes again from its log.</summary>
    public async Task RestartAsync(CancellationToken ct)
    {
        using var restart = Run("pg_ctl", "-D", Path.Combine(_folder, "data"), "-l", Path.Combine(_folder, "log"), "-m", "immediate", "-w", "restart");
        restart.StandardInput.Close();
        await restart.WaitForExitAsync(ct);
        if (restart.ExitCode != 0)
            throw new InvalidOperationException($"PostgreSQL did not come again: {await restart.StandardError.ReadToEndAsync(ct)}");
    }

    /// <summary>All that lies in a database, as text.</summary>
    public async Task<string> DumpAsync(string database, CancellationToken ct)
    {
        using var dump = Run("pg_dump", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "zhizhuxia", database);
        dump.StandardInput.Close();
        var text = await dump.StandardOutput.ReadToEndAsync(ct);
        await dump.WaitForExitAsync(ct);
        return dump.ExitCode == 0 ? text : throw new InvalidOperationException(await dump.StandardError.ReadToEndAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is null)
            return;
        _watch.StandardInput.Close();
        await _watch.WaitForExitAsync();
        _watch.Dispose();
        _watch = null;
    }

    private Process Run(params string[] command)
    {
        string[] ordinary = IsRoot ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : ["env"];
        var start = new ProcessStartInfo("setsid", [.. ordinary, .. command]) // no Ctrl+C of the terminal reaches it
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        return Process.Start(start)!;
    }
}
