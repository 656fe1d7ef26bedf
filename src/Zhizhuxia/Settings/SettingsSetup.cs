using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Settings;

public static class SettingsSetup
{
    /// <summary>The sections that no other room has yet.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CurrentSettings>();
        services.AddOptions<FeeOptions>().Bind(configuration.GetSection(FeeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddLive<FeeOptions>(FeeOptions.Section).AddLive<RetentionOptions>(RetentionOptions.Section);
    }

    /// <summary>From here on everybody who asks for these options gets them as they are now. A class that lives long asks each time.</summary>
    public static IServiceCollection AddLive<T>(this IServiceCollection services, string section) where T : class
    {
        services.AddSingleton(provider => new LiveOptions<T>(section, provider.GetRequiredService<CurrentSettings>(), provider.GetRequiredService<IOptionsFactory<T>>()));
        services.AddSingleton<IOptions<T>>(provider => provider.GetRequiredService<LiveOptions<T>>());
        return services.AddSingleton<LiveSection>(provider => provider.GetRequiredService<LiveOptions<T>>());
    }
}
