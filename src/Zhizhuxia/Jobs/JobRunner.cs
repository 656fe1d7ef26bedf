using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Zhizhuxia.Jobs;

/// <summary>Claims jobs and runs their handlers: a few slots for transcodes, a few for short ones only, a few for everything else.</summary>
public sealed partial class JobRunner(JobTable table, IServiceScopeFactory scopes, IOptions<JobsOptions> options, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly JobKind[] Heavy = [JobKind.MakeProxy, JobKind.MakeLadder, JobKind.EncodeRange, JobKind.EncodeSound];
    private static readonly JobKind[] Light = [.. Enum.GetValues<JobKind>().Except(Heavy)];
    private readonly JobsOptions _options = options.Value;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_options.Run is JobsRun.None)
            return;
        await Task.Yield();
        LogFreed(await table.FreeFormerLifeAsync(stoppingToken));
        await Task.WhenAll(
            Slots(_options.HeavySlots, Heavy, null, stoppingToken)
            .Concat(Slots(_options.QuickSlots, Heavy, _options.QuickBelow, stoppingToken))
            .Concat(Slots(_options.LightSlots, Light, null, stoppingToken)));
    }

    private IEnumerable<Task> Slots(int count, JobKind[] kinds, TimeSpan? below, CancellationToken stopping) =>
        Enumerable.Range(0, count).Select(_ => SlotAsync(kinds, below, stopping));

    private async Task SlotAsync(JobKind[] kinds, TimeSpan? below, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await table.ClaimAsync(kinds, below, stopping) is { } job)
                    await RunAsync(job, stopping);
                else
                    await Task.Delay(_options.Poll, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) // the top of a loop: a slot must outlive a lost database
            {
                LogSlot(trouble);
                await Task.Delay(_options.Renew, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(Job job, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewAsync(job, lost, ended.Token);
        var (began, outcome) = (TimeProvider.System.GetTimestamp(), "done");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(candidate => candidate.Kind == job.Kind);
            await handler.RunAsync(new JobContext(table, job), lost.Token);
        }
        catch (JobLostException)
        {
            outcome = "lost";
            LogLost(job.Id, job.Kind);
        }
        catch (JobPostponedException later)
        {
            outcome = "postponed";
            await table.PutBackAsync(job, later.Wait, later.Message, CancellationToken.None);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested)
        {
            outcome = stopping.IsCancellationRequested ? "stopped" : "lost";
            if (stopping.IsCancellationRequested)
                await table.PutBackAsync(job, TimeSpan.Zero, null, CancellationToken.None);
        }
        catch (Exception trouble) // ours, not the reader's: tried again, then parked where an operator sees it
        {
            outcome = "failed";
            LogFailed(trouble, job.Id, job.Kind);
            var final = trouble is JobFailedException { IsFinal: true };
            await table.FailAsync(job, $"{trouble.GetType().Name}: {trouble.Message}", final, CancellationToken.None);
        }
        finally
        {
            await ended.CancelAsync();
            await renewal;
            PortalMeter.JobDuration.Record(TimeProvider.System.GetElapsedTime(began).TotalSeconds, new("zhizhuxia.job.kind", $"{job.Kind}"), new("zhizhuxia.job.outcome", outcome));
        }
    }

    /// <summary>Renews the lease until the job ends; stops the job when the lease is lost.</summary>
    private async Task RenewAsync(Job job, CancellationTokenSource lost, CancellationToken ended)
    {
        var renewed = TimeProvider.System.GetTimestamp();
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_options.Renew, ended);
                await table.RenewAsync(job, ended);
                renewed = TimeProvider.System.GetTimestamp();
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (JobLostException)
            {
                LogLost(job.Id, job.Kind);
                await lost.CancelAsync();
                return;
            }
            catch (Exception trouble) // a short outage of the database is survived while the lease lasts
            {
                LogSlot(trouble);
                if (TimeProvider.System.GetElapsedTime(renewed) < _options.Lease)
                    continue;
                await lost.CancelAsync();
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Freed {Count} jobs of a former life")]
    private partial void LogFreed(int count);

    [LoggerMessage(LogLevel.Error, "A job slot met trouble")]
    private partial void LogSlot(Exception trouble);

    [LoggerMessage(LogLevel.Warning, "Job {Id} {Kind} was taken over")]
    private partial void LogLost(Guid id, JobKind kind);

    [LoggerMessage(LogLevel.Error, "Job {Id} {Kind} failed")]
    private partial void LogFailed(Exception trouble, Guid id, JobKind kind);
}
