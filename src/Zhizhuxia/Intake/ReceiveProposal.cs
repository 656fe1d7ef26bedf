using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A reader proposes a topic to film together: the piece is made and submitted at once (T1).</summary>
public sealed class ReceiveProposal(TakeTogether take)
{
    /// <param name="form">Taken as a <see cref="SubmissionKind.Proposal"/>, whatever it says.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException">As <see cref="TakeTogether"/>.</exception>
    public Task<ReceiptView> RunAsync(SubmissionForm form, Arrival arrival, string idempotencyKey, CancellationToken ct) =>
        take.RunAsync(Keyed(form, idempotencyKey), arrival, isNew: false, ct);

    /// <summary>What makes two requests the same.</summary>
    public static KeyedForm Keyed(SubmissionForm form, string idempotencyKey) => new(idempotencyKey, form with { Kind = SubmissionKind.Proposal }, "");
}
