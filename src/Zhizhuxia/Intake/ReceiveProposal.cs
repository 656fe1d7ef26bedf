using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A reader proposes a topic to film together: the piece is made and submitted at once (T1).</summary>
public sealed class ReceiveProposal(PortalDb db, TakeSubmission take)
{
    /// <param name="form">Its kind must be <see cref="SubmissionKind.Proposal"/>.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException">As <see cref="TakeSubmission"/>.</exception>
    public Task<ReceiptView> RunAsync(SubmissionForm form, Arrival arrival, string idempotencyKey, CancellationToken ct) =>
        take.RunAsync(new(idempotencyKey, form with { Kind = SubmissionKind.Proposal }, ""), arrival, now => Task.FromResult(Begin(arrival.Channel, now)), ct);

    private Submission Begin(Channel channel, DateTimeOffset now)
    {
        var piece = new Submission { Id = Guid.CreateVersion7(now), Kind = SubmissionKind.Proposal, Channel = channel, CreatedAt = now };
        db.Add(piece);
        return piece;
    }
}
