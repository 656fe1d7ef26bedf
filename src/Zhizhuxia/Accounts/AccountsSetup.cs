using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Zhizhuxia.Accounts;

public static class AccountsSetup
{
    /// <summary>The rules of accounts, which the worker needs as well: it tells people what waits for them.</summary>
    public static IServiceCollection AddAccountRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
