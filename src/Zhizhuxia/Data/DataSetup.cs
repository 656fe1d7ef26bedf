using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Data;

public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DatabaseOptions.Section);
        services.Configure<IdentityOptions>(UseIdentitySchema);
        services.AddOptions<DatabaseOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        if (section.Get<DatabaseOptions>()?.Kind is DatabaseKind.Postgres)
            services.AddPostgres();
        else
            services.AddSqlite();
        services.AddSingleton<WriteTurns>();
        services.AddSingleton<RateWindows>();
        services.AddSingleton<LoadSettings>().AddHostedService<WatchSettings>();
        services.AddSingleton(provider => new JobTable(
            () => provider.GetRequiredService<Func<PortalDb>>()(), provider.GetRequiredService<IOptions<JobsOptions>>()));
        return services;
    }

    /// <inheritdoc cref="Schema.UpgradeAsync"/>
    public static async Task<IReadOnlyList<string>> MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await Schema.UpgradeAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), ct);
    }

    /// <summary>Identity's tables as of .NET 10, with passkeys; also what design-time tools must see.</summary>
    internal static void UseIdentitySchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static void AddSqlite(this IServiceCollection services)
    {
        services.AddDbContextFactory<SqlitePortalDb>((provider, options) =>
        {
            var folder = Directory.CreateDirectory(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Folder(".")).FullName;
            var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "zhizhuxia.db"), DefaultTimeout = 30 };
            options.UseSqlite(connection.ToString()).AddInterceptors(new SqlitePragmas(), new SqliteGrams(), new ChangeTimes(provider.GetRequiredService<TimeProvider>()), new CountChanges())
                .ReplaceService<IModificationCommandBatchFactory, SqliteInsertsFactory>().Quiet();
        });
        services.AddScoped<PortalDb>(provider => provider.GetRequiredService<SqlitePortalDb>());
        services.AddSingleton<Func<PortalDb>>(provider => provider.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContext);
    }

    private static void AddPostgres(this IServiceCollection services)
    {
        services.AddDbContextFactory<PostgresPortalDb>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString)
                .AddInterceptors(new PostgresText(), new ChangeTimes(provider.GetRequiredService<TimeProvider>()), new CountChanges()).Quiet());
        services.AddScoped<PortalDb>(provider => provider.GetRequiredService<PostgresPortalDb>());
        services.AddSingleton<Func<PortalDb>>(provider => provider.GetRequiredService<IDbContextFactory<PostgresPortalDb>>().CreateDbContext);
    }

    // Statements are no news; they would also carry readers' words into the log. A transaction that is cancelled while the program stops is none either;
    // where one breaks in earnest, the exception is told by whoever catches it.
    // To count up to a thousand rows no order is needed.
    private static void Quiet(this DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings
        .Ignore(RelationalEventId.CommandExecuted)
        .Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
        .Log((RelationalEventId.TransactionError, LogLevel.Debug))
        .Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
}
