using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Zhizhuxia.Web;

/// <summary>What a supervisor asks: alive, ready, and the details for staff.</summary>
internal static class Health
{
    private const string Ready = "ready";
    private const string Deep = "deep";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<ReadinessCheck>("readiness", tags: [Ready, Deep])
        .AddCheck<WorkCheck>("work", tags: [Deep]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
        app.MapHealthChecks("/healthz/deep", new() { Predicate = check => check.Tags.Contains(Deep), ResponseWriter = WriteAsync })
            .RequireAuthorization(Policies.Staff);
    }

    /// <summary>One JSON object: status, and every figure under its name.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var figures = report.Entries.Values.SelectMany(entry => entry.Data).ToDictionary(figure => figure.Key, figure => figure.Value);
        figures["status"] = report.Status.ToString().ToLower(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(figures, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
