using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Zhizhuxia.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context SqlitePortalDb --output-dir Data/Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresPortalDb --output-dir Data/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=design").Options);
}
