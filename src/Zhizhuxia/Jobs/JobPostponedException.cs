namespace Zhizhuxia.Jobs;

/// <summary>The job cannot run now through no fault of its own (no sandbox, say): it is put back, and the attempt does not count.</summary>
/// <param name="reason">For the operator's page.</param>
/// <param name="wait">Ready again after this time.</param>
public sealed class JobPostponedException(string reason, TimeSpan wait) : Exception(reason)
{
    public TimeSpan Wait { get; } = wait;
}
