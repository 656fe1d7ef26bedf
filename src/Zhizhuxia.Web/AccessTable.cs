using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web;

/// <summary>
/// Who may open what, measured: every endpoint of this program is put before its own authorization as a stranger and in each role.
/// <c>--Access:Print=true</c> prints it and ends; the tests keep a copy that anybody can read.
/// </summary>
internal static class AccessTable
{
    public const string Setting = "Access:Print";

    /// <summary>What the framework adds while assets are not published.</summary>
    private const string DevelopmentAssets = "{**path:file}";

    public static async Task PrintAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var judge = new Judge(scope.ServiceProvider.GetRequiredService<IAuthorizationService>(), scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>());
        SortedSet<string> rows = new(StringComparer.Ordinal);
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != DevelopmentAssets)
                rows.Add(await RowAsync(endpoint, judge));
        var roles = Enum.GetValues<Role>();
        await Console.Out.WriteLineAsync($"| 地址 | 方法 | 读者 | {string.Join(" | ", roles.Select(role => role.Title))} |");
        await Console.Out.WriteLineAsync($"|---|---|{string.Concat(Enumerable.Repeat(":-:|", roles.Length + 1))}");
        foreach (var row in rows)
            await Console.Out.WriteLineAsync(row);
    }

    private static async Task<string> RowAsync(RouteEndpoint endpoint, Judge judge)
    {
        var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
        var methods = isPage ? ["页面"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["全部"];
        var row = new StringBuilder($"| /{endpoint.RoutePattern.RawText!.TrimStart('/')} | {string.Join(' ', methods.Order())} |");
        row.Append(await judge.LetsInAsync(endpoint, new ClaimsPrincipal(new ClaimsIdentity())) ? " ✓ |" : " – |");
        foreach (var role in Enum.GetValues<Role>())
            row.Append(await judge.LetsInAsync(endpoint, Person(role)) ? " ✓ |" : " – |");
        return row.ToString();
    }

    private static ClaimsPrincipal Person(Role role) => new(new ClaimsIdentity([new(ClaimTypes.Role, role.ToString())], "measured"));

    private sealed record Judge(IAuthorizationService Authorization, IAuthorizationPolicyProvider Policies)
    {
        public async Task<bool> LetsInAsync(Endpoint endpoint, ClaimsPrincipal person)
        {
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                return true;
            var policy = await AuthorizationPolicy.CombineAsync(
                    Policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(), endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>())
                ?? await Policies.GetFallbackPolicyAsync();
            return policy is null || (await Authorization.AuthorizeAsync(person, policy)).Succeeded;
        }
    }
}
