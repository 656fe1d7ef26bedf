using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What an editor takes down while a reader is on the telephone, as typed.</summary>
public sealed record PhoneForm
{
    public SubmissionKind Kind { get; init; } = SubmissionKind.Proposal;

    /// <summary>1–20 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Mainland mobile; this or an e-mail address.</summary>
    public string? Mobile { get; init; }

    public string? Email { get; init; }

    /// <summary>2–40 characters.</summary>
    public string? Title { get; init; }

    /// <summary>What the reader said, 10–800 characters.</summary>
    public string? Said { get; init; }

    /// <summary>The address the reader dictated; for a link.</summary>
    public string? LinkText { get; init; }

    /// <summary>Empty if the form can be taken; in the order of the page.</summary>
    public IReadOnlyList<FieldError> Check() => [.. Person(), .. Words()];

    private IEnumerable<FieldError> Person()
    {
        if (PlainText.Count(PlainText.Line(Name)) is < 1 or > 20)
            yield return new(nameof(Name), "name-length");
        var (mobile, email) = (PlainText.Line(Mobile), PlainText.Line(Email));
        if (mobile is null && email is null)
            yield return new(nameof(Mobile), "contact-missing");
        if (mobile is not null && SubmissionFormRules.NormalizeMobile(mobile) is null)
            yield return new(nameof(Mobile), "mobile-invalid");
        if (email is not null && SubmissionFormRules.NormalizeEmail(email) is null)
            yield return new(nameof(Email), "email-invalid");
    }

    private IEnumerable<FieldError> Words()
    {
        if (PlainText.Count(PlainText.Line(Title)) is < 2 or > 40)
            yield return new(nameof(Title), "title-length");
        if (Kind is SubmissionKind.Link && SubmissionFormRules.LinkCode(LinkText) is { } code)
            yield return new(nameof(LinkText), code);
        if (PlainText.Count(PlainText.Block(Said)) is < 10 or > 800)
            yield return new(nameof(Said), "said-length");
    }
}
