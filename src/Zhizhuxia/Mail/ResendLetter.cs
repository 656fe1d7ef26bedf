using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>重发: gives a letter that was given up another round. What was sent is not sent twice.</summary>
public sealed class ResendLetter(LetterList letters, JobTable jobs, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>letter-not-stuck</c>: it has been sent, or is still being tried.</exception>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var letter = await letters.FindAsync(id, ct);
        if (letter is not { IsStuck: true, JobId: { } job } || !await jobs.RetryAsync(job, time.GetUtcNow(), ct))
            throw new RefusedException("letter-not-stuck");
    }
}
