using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>提交 by the form: the use case that the kind asks for.</summary>
public sealed class SubmitPiece(SubmitDraft film, ReceiveLink link, ReceiveProposal proposal)
{
    /// <param name="owner">SHA-256 of the browser's upload cookie, or null.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException">A rule says no.</exception>
    public Task<ReceiptView> RunAsync(Guid draft, string? owner, SubmissionForm form, string idempotencyKey, CancellationToken ct) => form.Kind switch
    {
        SubmissionKind.Link => link.RunAsync(form, Arrival.Web, idempotencyKey, ct),
        SubmissionKind.Proposal => proposal.RunAsync(form, Arrival.Web, idempotencyKey, ct),
        _ => film.RunAsync(draft, owner, form, idempotencyKey, ct),
    };
}
