using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Mail;

/// <summary>Looks into the mailbox again and again, for as long as the program runs. Stands where jobs are done.</summary>
public sealed partial class PollMail(
    IMailbox mailbox, MailRound round, MailboxWatch watch, IOptions<InboxOptions> inbox, IOptions<JobsOptions> jobs, ILogger<PollMail> log) : BackgroundService
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (jobs.Value.Run is JobsRun.None || inbox.Value.Kind is MailboxKind.None)
            return;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await VisitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble) // the top of a loop: whatever becomes of a round, there is a next one
            {
                LogRound(trouble);
                await NoteAsync(trouble, stoppingToken);
                await Task.Delay(BackOff(), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task VisitAsync(CancellationToken ct)
    {
        await using var visit = await mailbox.VisitAsync(ct);
        while (true)
        {
            await round.RunAsync(mailbox, visit, ct);
            await watch.GoodAsync(mailbox.Name, ct);
            _failures = 0;
            await visit.WaitAsync(ct);
        }
    }

    private async Task NoteAsync(Exception trouble, CancellationToken ct)
    {
        try
        {
            await watch.BadAsync(mailbox.Name, trouble, ct);
        }
        catch (Exception unnoted) when (unnoted is DbException or DbUpdateException or InvalidOperationException or TimeoutException or OperationCanceledException) // the database is the trouble, or is in trouble too
        {
            LogRound(unnoted);
        }
    }

    private TimeSpan BackOff() => TimeSpan.FromTicks(Math.Min(inbox.Value.FirstBackOff.Ticks << Math.Min(_failures++, 16), LongestBackOff.Ticks));

    [LoggerMessage(LogLevel.Warning, "A round through the mailbox broke off")]
    private partial void LogRound(Exception trouble);
}
