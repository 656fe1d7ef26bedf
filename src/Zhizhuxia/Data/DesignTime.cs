using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Data;

internal static class DesignTime
{
    public static DbContextOptionsBuilder<TContext> Builder<TContext>()
        where TContext : DbContext => new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(
            new ServiceCollection().AddOptions().Configure<IdentityOptions>(DataSetup.UseIdentitySchema).BuildServiceProvider());
}

/// <summary>For <c>dotnet ef migrations add NAME --context SqlitePortalDb --output-dir Data/Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(DesignTime.Builder<SqlitePortalDb>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresPortalDb --output-dir Data/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) =>
        new(DesignTime.Builder<PostgresPortalDb>().UseNpgsql("Host=design").Options);
}
