using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Operation;

public static class OperationSetup
{
    /// <summary>What operators' commands do, and the figures.</summary>
    public static IServiceCollection AddOperation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OperationOptions>().Bind(configuration.GetSection(OperationOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<WatchFigures>().AddHostedService<ExportFigures>();
        if (configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Kind is DatabaseKind.Postgres)
            services.AddSingleton<PostgresTool>().AddSingleton<IDatabaseCopy, PostgresCopy>();
        else
            services.AddSingleton<IDatabaseCopy, SqliteCopy>();
        services.AddSingleton<FileRoom>().AddSingleton<BytePlaces>().AddSingleton<Backup>().AddSingleton<Restore>();
        services.AddScoped<CheckFiles>().AddScoped<VerifyData>().AddScoped<StrayFiles>().AddScoped<StuckWork>().AddScoped<Reconcile>();
        services.AddScoped<IJobHandler, ReconcileRound>().AddChore(JobKind.Reconcile, atStartAfter: ReconcileRound.Sooner);
        return services;
    }
}
