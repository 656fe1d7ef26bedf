using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>What a partner or a tool sends: the reader's form, and the films by the addresses that <c>/files</c> gave.</summary>
internal sealed record SubmissionRequest : SubmissionForm
{
    /// <summary>For a film: addresses of its uploads, or their last segments. All uploads of the draft, and of this client (same cookie).</summary>
    public IReadOnlyList<string?>? Uploads { get; init; }
}
