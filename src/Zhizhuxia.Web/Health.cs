using Zhizhuxia.Data;

namespace Zhizhuxia.Web;

/// <summary>What a supervisor asks: alive, ready, and the details for staff.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddDbContextCheck();

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready").AllowAnonymous();
    }

    private static void AddDbContextCheck(this IHealthChecksBuilder checks) =>
        checks.Add(new("database", provider => new DatabaseCheck(provider.GetRequiredService<PortalDb>()), null, null));

    private sealed class DatabaseCheck(PortalDb db) : Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck
    {
        public async Task<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult> CheckHealthAsync(
            Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckContext context, CancellationToken cancellationToken) =>
            await db.Database.CanConnectAsync(cancellationToken)
                ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Healthy()
                : Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult.Unhealthy();
    }
}
