using System.Globalization;
using Npgsql;

namespace Zhizhuxia.Data;

/// <summary>What PostgreSQL's own programs must know of a connection: in their environment, so that no password stands on a command line.</summary>
public static class PostgresLogin
{
    /// <param name="connectionString">As <see cref="DatabaseOptions.ConnectionString"/>.</param>
    public static IReadOnlyDictionary<string, string> Environment(string connectionString)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        Dictionary<string, string?> variables = new()
        {
            ["PGHOST"] = login.Host, ["PGPORT"] = login.Port.ToString(CultureInfo.InvariantCulture), ["PGUSER"] = login.Username, ["PGPASSWORD"] = login.Password,
            ["PGDATABASE"] = login.Database, ["PGSSLMODE"] = Mode(login.SslMode), ["PGSSLROOTCERT"] = login.RootCertificate, ["PGPASSFILE"] = login.Passfile,
        };
        return variables.Where(one => !string.IsNullOrEmpty(one.Value)).ToDictionary(one => one.Key, one => one.Value!);
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => $"{mode}".ToLowerInvariant(),
    };
}
