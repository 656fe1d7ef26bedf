using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>Runs pg_dump and pg_restore, PostgreSQL's own programs: the only ones that know every kind of object of every version.</summary>
public sealed class PostgresTool(IOptions<OperationOptions> options, IOptions<DatabaseOptions> database)
{
    private const string Debian = "/usr/lib/postgresql";

    /// <param name="program"><c>pg_dump</c> or <c>pg_restore</c>.</param>
    /// <exception cref="OperationException">It is not on this machine, or it failed; with its own words.</exception>
    public async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Start(program, arguments);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
                throw new OperationException($"{program} failed ({process.ExitCode}): {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        var path = Find(program);
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in PostgresLogin.Environment(database.Value.ConnectionString!))
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new OperationException(
                $"{program} is not on this machine. Install PostgreSQL's client programs, not older than the server (Debian: apt-get install postgresql-client), or name their folder by --Operation:PostgresFolder=DIR. The command would be: {program} {string.Join(' ', arguments)}");
        }
    }

    private string Find(string program)
    {
        if (options.Value.PostgresFolder.Length > 0)
            return Path.Combine(options.Value.PostgresFolder, program);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderByDescending(Version).Select(folder => Path.Combine(folder, "bin")) : [];
        return versions.Concat(folders).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;
    }

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
