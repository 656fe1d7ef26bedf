namespace Zhizhuxia.Jobs;

/// <summary>The lease went to another worker; whatever this one did is not to be used.</summary>
public sealed class JobLostException(Guid jobId) : Exception($"Job {jobId} was taken over");
