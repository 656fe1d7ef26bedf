using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A reader proposes a topic to film together: the piece is made and submitted at once (T1).</summary>
public sealed class ReceiveProposal(TakeSubmission take)
{
    /// <param name="form">Its kind must be <see cref="SubmissionKind.Proposal"/>.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException">As <see cref="TakeSubmission"/>.</exception>
    public Task<ReceiptView> RunAsync(SubmissionForm form, Arrival arrival, string idempotencyKey, CancellationToken ct) => take.RunAsync(
        new(idempotencyKey, form with { Kind = SubmissionKind.Proposal }, ""), arrival,
        now => new Submission { Id = Guid.CreateVersion7(now), Kind = SubmissionKind.Proposal, Channel = arrival.Channel, CreatedAt = now }, ct);
}
