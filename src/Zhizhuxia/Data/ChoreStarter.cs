using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Data;

/// <summary>Sees to it, at each start of a program that works, that a chore goes round; afterwards it renews itself.</summary>
/// <param name="kind">The chore.</param>
/// <param name="atStartAfter">A round that is due later comes at once, if the last one ended longer ago than this: workers that come and go do not each begin one.</param>
internal sealed class ChoreStarter(JobKind kind, TimeSpan? atStartAfter, IServiceScopeFactory scopes, TimeProvider clock, IOptions<JobsOptions> jobs) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (jobs.Value.Run is JobsRun.None)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        if (atStartAfter is { } age)
            await BringForwardAsync(db, now - age, now, cancellationToken);
        if (await db.Jobs.AnyAsync(job => job.Kind == kind && (job.State == JobState.Ready || job.State == JobState.Running), cancellationToken))
            return;
        db.Jobs.Add(Job.Chore(kind, now, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task BringForwardAsync(PortalDb db, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        if (!await db.Jobs.AnyAsync(job => job.State == JobState.Done && job.Priority == Job.Routine && job.Kind == kind && job.FinishedAt > since, ct))
            await db.Jobs.Where(job => job.Kind == kind && job.State == JobState.Ready && job.ReadyAt > now).ExecuteUpdateAsync(set => set.SetProperty(job => job.ReadyAt, now), ct);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
