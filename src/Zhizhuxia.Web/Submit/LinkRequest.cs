using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Submit;

/// <summary>One link with all that belongs to it; or a list of links and nothing beside.</summary>
internal sealed record LinkRequest : SubmissionForm
{
    /// <summary>Up to 50 links in one call, each whole by itself.</summary>
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
