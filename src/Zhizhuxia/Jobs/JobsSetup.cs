using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Jobs;

public static class JobsSetup
{
    /// <summary>Registers the table; the runner is started by the program after migration.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection(JobsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<JobRunner>();
        return services;
    }
}
