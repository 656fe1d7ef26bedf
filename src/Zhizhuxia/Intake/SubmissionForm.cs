using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Everything a reader fills in (domain §3), as typed.</summary>
public record SubmissionForm
{
    public SubmissionKind Kind { get; init; } = SubmissionKind.Film;

    /// <summary>The whole pasted share text; for a link.</summary>
    public string? LinkText { get; init; }

    /// <summary>想拍什么?在哪里?什么时候方便? 10–500 characters; for a proposal.</summary>
    public string? ProposalText { get; init; }

    /// <summary>2–40 characters.</summary>
    public string? Title { get; init; }

    /// <summary>说明, 10–800 characters; not asked of a proposal.</summary>
    public string? Text { get; init; }

    public Origin? Origin { get; init; }

    public AiUse? AiUse { get; init; }

    /// <summary>Where AI was used; required when it was, ≤ 200 characters.</summary>
    public string? AiWhere { get; init; }

    public PeopleShown? People { get; init; }

    public Minors? Minors { get; init; }

    public PublishedBefore? PublishedBefore { get; init; }

    public CreditWish? CreditWish { get; init; }

    /// <summary>≤ 40 characters; required unless no name is to be printed.</summary>
    public string? CreditName { get; init; }

    /// <summary>Other people, roles with names: 摄影:李翰 谢慧. ≤ 400 characters.</summary>
    public string? OtherCredits { get; init; }

    /// <summary>1–20 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Mainland mobile; this or an e-mail address.</summary>
    public string? Mobile { get; init; }

    public string? Email { get; init; }

    public AgeGroup? Age { get; init; }

    public bool AgreeLicence { get; init; }

    public bool AgreeTruth { get; init; }

    public bool AgreePrivacy { get; init; }

    public bool AgreeGuardian { get; init; }

    /// <summary>The consents ticked, in the order of the page.</summary>
    internal IReadOnlyList<ConsentKind> Agreed()
    {
        List<ConsentKind> agreed = [];
        if (AgreeLicence)
            agreed.Add(ConsentKind.Licence);
        if (AgreeTruth)
            agreed.Add(ConsentKind.Truth);
        if (AgreePrivacy)
            agreed.Add(ConsentKind.Privacy);
        if (AgreeGuardian)
            agreed.Add(ConsentKind.Guardian);
        return agreed;
    }
}
