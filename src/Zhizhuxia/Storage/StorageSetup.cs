using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Storage;

public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IBlobStore, DiskBlobStore>();
        services.AddSingleton<IUploadArea, DiskUploadArea>();
        services.AddSingleton<SecretKey>();
        return services;
    }
}
