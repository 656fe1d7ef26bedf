using Microsoft.AspNetCore.Authorization;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web;

/// <summary>Who may open what. Everything is closed to strangers unless an endpoint says AllowAnonymous; that list is a committed table in the tests.</summary>
internal static class Policies
{
    /// <summary>Sees pieces: any of the reviewing or publishing roles.</summary>
    public const string Review = nameof(Review);

    /// <summary>初审 or above: types pieces in for callers.</summary>
    public const string Enter = nameof(Enter);

    /// <summary>Sees the figures of 统计.</summary>
    public const string Figures = nameof(Figures);

    /// <summary>Takes the whole file of a piece out of the house.</summary>
    public const string Export = nameof(Export);

    /// <summary>Users, settings, parked jobs.</summary>
    public const string Administrate = nameof(Administrate);

    /// <summary>值班表: whoever reviews, and whoever lends.</summary>
    public const string Roster = nameof(Roster);

    /// <summary>Lends a level to a colleague.</summary>
    public const string Lend = nameof(Lend);

    /// <summary>Any role of the newsroom.</summary>
    public const string Staff = nameof(Staff);

    public static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Review, policy => policy.RequireRole(Names(Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher)))
        .AddPolicy(Enter, policy => policy.RequireRole(Names(Role.Editor1, Role.Editor2, Role.Editor3)))
        .AddPolicy(Figures, policy => policy.RequireRole(Names(Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher, Role.Administrator)))
        .AddPolicy(Export, policy => policy.RequireRole(Names(Role.Editor3, Role.Publisher)))
        .AddPolicy(Administrate, policy => policy.RequireRole(Names(Role.Administrator)))
        .AddPolicy(Roster, policy => policy.RequireRole(Names(Role.Editor1, Role.Editor2, Role.Editor3, Role.Publisher, Role.Administrator)))
        .AddPolicy(Lend, policy => policy.RequireRole(Names(Role.Editor3, Role.Administrator)))
        .AddPolicy(Staff, policy => policy.RequireRole(Names(Enum.GetValues<Role>())));

    private static string[] Names(params Role[] roles) => [.. roles.Select(role => role.ToString())];
}
