using System.Globalization;
using Npgsql;

namespace Zhizhuxia.Data;

/// <summary>What PostgreSQL's own programs must know of a connection: in their environment, so that no password stands on a command line.</summary>
public static class PostgresLogin
{
    /// <summary>Where Debian, Ubuntu and Alpine keep the certificates of the authorities.</summary>
    private const string Trusted = "/etc/ssl/certs/ca-certificates.crt";

    /// <param name="connectionString">As <see cref="DatabaseOptions.ConnectionString"/>.</param>
    public static IReadOnlyDictionary<string, string> Environment(string connectionString)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        Dictionary<string, string?> variables = new()
        {
            ["PGHOST"] = login.Host, ["PGPORT"] = login.Port.ToString(CultureInfo.InvariantCulture), ["PGUSER"] = login.Username, ["PGPASSWORD"] = login.Password,
            ["PGDATABASE"] = login.Database, ["PGSSLMODE"] = Mode(login.SslMode), ["PGSSLROOTCERT"] = login.RootCertificate ?? SystemsOwn(login.SslMode), ["PGPASSFILE"] = login.Passfile,
        };
        return variables.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Key, one => one.Value!);
    }

    /// <summary>Npgsql trusts whom the system trusts; PostgreSQL's programs want to be told the file, and do not go on without one.</summary>
    private static string? SystemsOwn(SslMode mode) => mode is SslMode.VerifyCA or SslMode.VerifyFull ? Trusted : null;

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => $"{mode}".ToLowerInvariant(),
    };
}
