using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Statistics;

public static class StatisticsSetup
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddScoped<ReadStatistics>().AddScoped<EditorStatistics>().AddScoped<TroubleStatistics>();
}
