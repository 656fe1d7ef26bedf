using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Demo;

public static class DemoSetup
{
    /// <summary>Name of the setting; <c>infra/run.sh --demo</c> sets it.</summary>
    public const string Setting = "Demo";

    /// <summary>
    /// Fills an empty newsroom with people and pieces, if the setting says so. Never a newsroom that has people of its own: neither is anything
    /// added there, nor is its second factor loosened.
    /// </summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration)
    {
        if (!configuration.GetValue<bool>(Setting) || !IsDemoFolder(configuration))
            return services;
        services.PostConfigure<AccountsOptions>(accounts => accounts.SecondFactor = SecondFactorRule.Optional);
        services.AddSingleton<DemoPeople>().AddSingleton<DemoRooms>().AddSingleton<MakeDemoFilm>().AddSingleton<SendDemoPiece>().AddSingleton<MoveDemoPiece>();
        services.AddHostedService<SeedDemo>();
        return services;
    }

    private static bool IsDemoFolder(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new();
        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        return database.Kind is DatabaseKind.Sqlite && (File.Exists(DemoPeople.FileOf(storage)) || !File.Exists(storage.Folder("zhizhuxia.db")));
    }
}
