using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Storage;

public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(StorageOptions.Section).Get<StorageOptions>()?.Kind is StoreKind.Azure)
            services.AddSingleton<AzureContainers>().AddSingleton<IBlobStore, AzureBlobStore>().AddSingleton<IUploadArea, AzureUploadArea>();
        else
            services.AddSingleton<IBlobStore, DiskBlobStore>().AddSingleton<IUploadArea, DiskUploadArea>();
        services.AddSingleton<SecretKey>();
        return services;
    }
}
