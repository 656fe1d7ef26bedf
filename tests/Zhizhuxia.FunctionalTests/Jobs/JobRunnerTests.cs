using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.FunctionalTests.Jobs;

public sealed class JobRunnerTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Dictionary<string, string?> Quick = new() { ["Jobs:FirstBackOff"] = "00:00:00.001", ["Jobs:Poll"] = "00:00:00.010" };

    [Fact]
    public async Task A_handler_that_fails_twice_is_run_a_third_time_and_ends()
    {
        await using var newsroom = await OpenAsync(new Script(attempt => attempt < 3 ? throw new IOException("disk") : Task.CompletedTask), Quick);
        await RunUntilAsync(newsroom, job => job.State is JobState.Done);

        await using var db = newsroom.OpenDb();
        var job = await db.Jobs.SingleAsync(Ct);
        Assert.Equal((3L, 2, (string?)null), (job.Token, job.Failures, job.Error));
    }

    [Fact]
    public async Task A_handler_that_always_fails_is_parked_with_its_cause()
    {
        await using var newsroom = await OpenAsync(new Script(_ => throw new IOException("disk")), Quick);
        await RunUntilAsync(newsroom, job => job.State is JobState.Dead);

        await using var db = newsroom.OpenDb();
        var job = await db.Jobs.SingleAsync(Ct);
        Assert.Equal((new JobsOptions().MaxFailures, "IOException: disk"), (job.Failures, job.Error));
    }

    [Fact]
    public async Task A_failure_that_would_come_again_is_parked_at_once()
    {
        await using var newsroom = await OpenAsync(new Script(_ => throw new JobFailedException("Not as planned: 720: 118 frames instead of 120", isFinal: true)), Quick);
        await RunUntilAsync(newsroom, job => job.State is JobState.Dead);

        await using var db = newsroom.OpenDb();
        var job = await db.Jobs.SingleAsync(Ct);
        Assert.Equal((1, 1L), (job.Failures, job.Token));
        Assert.Contains("118 frames instead of 120", job.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_half_way_puts_the_job_back_without_counting_it()
    {
        var begun = Channel.CreateUnbounded<bool>();
        await using var newsroom = await OpenAsync(
            new Script(async (_, ct) => { begun.Writer.TryWrite(true); await Task.Delay(Timeout.Infinite, ct); }), Quick);
        var runner = Runner(newsroom);
        await runner.StartAsync(Ct);
        await begun.Reader.ReadAsync(Ct);

        await runner.StopAsync(Ct);

        await using var db = newsroom.OpenDb();
        var job = await db.Jobs.SingleAsync(Ct);
        Assert.Equal((JobState.Ready, 0, 1L), (job.State, job.Failures, job.Token));
    }

    [Fact]
    public async Task A_postponed_job_is_put_back_with_its_reason_and_does_not_count_as_failed()
    {
        await using var newsroom = await OpenAsync(new Script(_ => throw new JobPostponedException("沙箱没有通过自检", TimeSpan.FromMinutes(1))), Quick);
        await RunUntilAsync(newsroom, job => job is { State: JobState.Ready, Token: > 0 });

        await using var db = newsroom.OpenDb();
        var job = await db.Jobs.SingleAsync(Ct);
        Assert.Equal((0, "沙箱没有通过自检"), (job.Failures, job.Error));
    }

    private static async Task<Newsroom> OpenAsync(Script script, Dictionary<string, string?> settings)
    {
        var newsroom = await Newsroom.OpenAsync(settings, services => services
            .RemoveAll<IJobHandler>() // the product's own
            .AddSingleton(script)
            .AddScoped<IJobHandler, Scripted>());
        await using var db = newsroom.OpenDb();
        var now = TimeProvider.System.GetUtcNow();
        db.Jobs.Add(Job.Chore(JobKind.SweepUploads, now, now));
        await db.SaveChangesAsync(Ct);
        return newsroom;
    }

    private static JobRunner Runner(Newsroom newsroom) => newsroom.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();

    private static async Task RunUntilAsync(Newsroom newsroom, Func<Job, bool> there)
    {
        var runner = Runner(newsroom);
        await runner.StartAsync(Ct);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        do
        {
            await using var db = newsroom.OpenDb();
            if (there(await db.Jobs.AsNoTracking().SingleAsync(patience.Token)))
                break;
        }
        while (await beat.WaitForNextTickAsync(patience.Token));
        await runner.StopAsync(Ct);
    }

    private sealed record Script(Func<long, CancellationToken, Task> Do)
    {
        public Script(Func<long, Task> run)
            : this((attempt, _) => run(attempt))
        {
        }
    }

    private sealed class Scripted(Script script, PortalDb db) : IJobHandler
    {
        public JobKind Kind => JobKind.SweepUploads;

        public async Task RunAsync(JobContext job, CancellationToken ct)
        {
            await script.Do(job.Attempt, ct);
            await job.CompleteAsync(db, ct);
        }
    }
}
