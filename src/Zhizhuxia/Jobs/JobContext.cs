using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Jobs;

/// <summary>A claimed job in the hands of its handler.</summary>
public sealed class JobContext(JobTable table, Job job)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);
    private string? _said;
    private long _saidAt;

    public Guid Id => job.Id;

    public Guid? SubmissionId => job.SubmissionId;

    public Guid? AssetId => job.AssetId;

    public Guid? LetterId => job.LetterId;

    public Guid? PartId => job.PartId;

    public Guid? MailId => job.MailId;

    /// <summary>Of a chore that goes round: when the round before it ended.</summary>
    public DateTimeOffset CreatedAt => job.CreatedAt;

    /// <summary>The fencing token; unique to this attempt, so outputs carry it in their names.</summary>
    public long Attempt => job.Token;

    /// <summary>Tells how far the work is; the same words at most once a second.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="note">What is being done, in Chinese.</param>
    /// <exception cref="JobLostException">Another worker has taken the job over: stop at once.</exception>
    public Task ReportAsync(double fraction, string note, CancellationToken ct)
    {
        if (note == _said && Stopwatch.GetElapsedTime(_saidAt) < Apart)
            return Task.CompletedTask;
        (_said, _saidAt) = (note, Stopwatch.GetTimestamp());
        return table.ReportAsync(job, fraction, note, ct);
    }

    /// <summary>Before something is written that others see: a worker that was paused for long does not know yet that it is stale.</summary>
    /// <exception cref="JobLostException">Another worker has taken the job over: write nothing.</exception>
    public Task EnsureMineAsync(CancellationToken ct) => table.RenewAsync(job, ct);

    /// <summary>Ends the job and saves what <paramref name="db"/> has pending, in one transaction.</summary>
    /// <exception cref="JobLostException">Another worker has taken the job over; nothing was saved.</exception>
    public Task CompleteAsync(DbContext db, CancellationToken ct) => JobTable.CompleteAsync(job, db, ct);

    /// <summary>As <see cref="CompleteAsync(DbContext, CancellationToken)"/>, with what must be read or numbered within that transaction.</summary>
    /// <param name="last">Runs when the job is certainly ours; what it leaves pending is saved.</param>
    public Task CompleteAsync(DbContext db, Func<Task> last, CancellationToken ct) => JobTable.CompleteAsync(job, db, last, ct);
}
