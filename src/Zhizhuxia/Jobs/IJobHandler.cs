namespace Zhizhuxia.Jobs;

/// <summary>Does one kind of job. Scoped: each run has its own. May run twice, so it first asks whether there is still something to do.</summary>
public interface IJobHandler
{
    JobKind Kind { get; }

    /// <summary>
    /// Works, and ends with <see cref="JobContext.CompleteAsync(Microsoft.EntityFrameworkCore.DbContext, CancellationToken)"/>. An exception means: try again later.
    /// A reader's bad file is no exception but a result.
    /// </summary>
    /// <exception cref="JobLostException">Another worker has taken the job over.</exception>
    /// <exception cref="JobPostponedException">Not now: the job is put back and the attempt does not count.</exception>
    Task RunAsync(JobContext job, CancellationToken ct);
}
