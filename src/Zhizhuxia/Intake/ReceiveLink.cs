using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A link comes in: there is nothing to upload, so the piece is made and submitted at once (T1).</summary>
public sealed class ReceiveLink(TakeSubmission take)
{
    /// <param name="form">Taken as a <see cref="SubmissionKind.Link"/>, whatever it says.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException">As <see cref="TakeSubmission"/>.</exception>
    public Task<ReceiptView> RunAsync(SubmissionForm form, Arrival arrival, string idempotencyKey, CancellationToken ct) =>
        RunAsync(new KeyedForm(idempotencyKey, form with { Kind = SubmissionKind.Link }, ""), arrival, ct);

    /// <inheritdoc cref="RunAsync(SubmissionForm, Arrival, string, CancellationToken)"/>
    internal Task<ReceiptView> RunAsync(KeyedForm form, Arrival arrival, CancellationToken ct) => take.RunAsync(
        form, arrival, now => new Submission { Id = Guid.CreateVersion7(now), Kind = SubmissionKind.Link, Channel = arrival.Channel, CreatedAt = now }, ct);
}
