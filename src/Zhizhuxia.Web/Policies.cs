using Microsoft.AspNetCore.Authorization;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web;

/// <summary>Who may open what. Everything is closed to strangers unless an endpoint says AllowAnonymous; that list is a committed table in the tests.</summary>
internal static class Policies
{
    /// <summary>Sees pieces: any of the reviewing or publishing roles.</summary>
    public const string Review = nameof(Review);

    /// <summary>Users, settings, parked jobs.</summary>
    public const string Administrate = nameof(Administrate);

    /// <summary>Any role of the newsroom.</summary>
    public const string Staff = nameof(Staff);

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Review, policy => policy.RequireRole(Names(Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher)))
        .AddPolicy(Administrate, policy => policy.RequireRole(Names(Role.Administrator)))
        .AddPolicy(Staff, policy => policy.RequireRole(Names(Enum.GetValues<Role>())));

    private static string[] Names(params Role[] roles) => [.. roles.Select(role => role.ToString())];
}
