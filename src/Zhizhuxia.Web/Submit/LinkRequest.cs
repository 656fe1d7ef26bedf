using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>One link with all that belongs to it; or <see cref="Links"/> and nothing beside.</summary>
internal sealed record LinkRequest : SubmissionForm
{
    /// <summary>Up to <see cref="ReceiveLinks.Most"/> links in one call, each whole by itself.</summary>
    public IReadOnlyList<SubmissionForm?>? Links { get; init; }

    /// <summary>Null: there is one link only.</summary>
    /// <exception cref="Submissions.RefusedException"><c>batch-mixed</c>, <c>request-malformed</c></exception>
    public IReadOnlyList<SubmissionForm>? Batch()
    {
        if (Links is null)
            return null;
        if (this with { Links = null } != new LinkRequest())
            throw new Submissions.RefusedException("batch-mixed");
        return [.. Links.Select((link, place) => link ?? throw new Submissions.RefusedException("request-malformed", $"$.links[{place}]"))];
    }
}
