using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Publishing;

public static class PublishingSetup
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services
        .AddScoped<PublicPages>()
        .AddScoped<ReserveAddress>()
        .AddScoped<PublishSubmission>()
        .AddScoped<TakeDown>();
}
