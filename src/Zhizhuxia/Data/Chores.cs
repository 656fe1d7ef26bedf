using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Data;

/// <summary>Jobs that belong to no piece and go round for ever.</summary>
internal static class Chores
{
    /// <summary>Begins at a start of a program that works, if it is not going round already.</summary>
    /// <param name="atStartAfter">A round that is due later comes at once, if the last one ended longer ago than this; null: it waits for its time.</param>
    public static IServiceCollection AddChore(this IServiceCollection services, JobKind kind, TimeSpan? atStartAfter = null) =>
        services.AddSingleton<IHostedService>(provider =>
            new ChoreStarter(kind, atStartAfter, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<JobsOptions>>()));

    /// <summary>Adds the next round, unless another worker has added it; saved by the caller.</summary>
    public static async Task AddNextRoundAsync(this PortalDb db, JobKind kind, DateTimeOffset readyAt, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Jobs.AnyAsync(other => other.Kind == kind && other.State == JobState.Ready, ct))
            db.Jobs.Add(Job.Chore(kind, readyAt, now));
    }
}
