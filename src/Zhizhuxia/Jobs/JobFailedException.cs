namespace Zhizhuxia.Jobs;

/// <summary>The work did not succeed, for a cause that is known.</summary>
/// <param name="message">For the operator's page.</param>
/// <param name="isFinal">Another try would end the same: the job is parked at once.</param>
public class JobFailedException(string message, bool isFinal) : Exception(message)
{
    public bool IsFinal { get; } = isFinal;
}
