using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>案卷 of one piece, as it is printed and as JSON. Without internal notes.</summary>
public sealed record Dossier
{
    public DateTimeOffset ExportedAt { get; init; }

    public string ExportedBy { get; init; } = "";

    public required DossierPiece Piece { get; init; }

    public required Contact? Reader { get; init; }

    public required Declarations? Declarations { get; init; }

    /// <summary>三审: every pass ever given; those that count are marked.</summary>
    public required IReadOnlyList<DossierVerdict> Verdicts { get; init; }

    public required IReadOnlyList<DossierConsent> Consents { get; init; }

    public required DossierAi Ai { get; init; }

    public required DossierRights Rights { get; init; }

    public required DossierPublication Publication { get; init; }

    public required IReadOnlyList<DossierFile> Files { get; init; }

    public required IReadOnlyList<DossierVersion> Versions { get; init; }

    public required IReadOnlyList<DossierLetter> Letters { get; init; }

    public IReadOnlyList<DossierMessage> Messages { get; init; } = [];

    public required IReadOnlyList<DossierStep> History { get; init; }

    public required DossierChain Chain { get; init; }

    /// <summary>Who has taken it out, this time included.</summary>
    public IReadOnlyList<DossierExport> Exports { get; init; } = [];
}

/// <summary>What the house says beside the rows.</summary>
/// <param name="RightsPoints">The checklist of a pass.</param>
/// <param name="PublicAddress">Scheme and host as readers reach the portal.</param>
public sealed record DossierFrame(IReadOnlyList<string> RightsPoints, string PublicAddress);

public sealed record DossierPiece(
    Guid Id, string? Number, SubmissionKind Kind, Channel Channel, State State, CloseReason? Closing, string Title, string Text, IReadOnlyList<Credit> Credits,
    string? SourceLine, string? Column, string? LinkText, string? ProposalText, ShootingPlan? Plan, string? DeclineReason, string? DeclineWords, string? EnteredBy, string? Partner,
    DateTimeOffset? SubmittedAt, DateTimeOffset? AnswerDue, DateTimeOffset? FirstLookAt, string Digest);

/// <param name="LentRole">代: the level that the editor had only by the duty roster.</param>
/// <param name="Counts">Nothing has voided it, and it is for the content as it is now.</param>
public sealed record DossierVerdict(State Level, string Editor, Role? LentRole, DateTimeOffset At, string Digest, bool Counts, string? Comment);

public sealed record DossierConsent(ConsentKind Kind, string Version, DateTimeOffset AgreedAt, string Text);

/// <summary>The decision on AI-generated content, and what it rests on.</summary>
/// <param name="Label">The editors' verdict; null until judged.</param>
/// <param name="DecidedBy">Who first put this label into a version.</param>
/// <param name="Declared">What the reader said.</param>
/// <param name="Suggested">What metadata, traces and declaration amount to.</param>
/// <param name="Conflicts">Metadata says AI, the reader said no.</param>
public sealed record DossierAi(
    AiLabel? Label, string? DecidedBy, DateTimeOffset? DecidedAt, AiUse? Declared, string? DeclaredWhere, AiLabel Suggested, bool Conflicts, IReadOnlyList<DossierEvidence> Files);

public sealed record DossierEvidence(string FileName, AiLabel Label, IReadOnlyList<string> Remarks);

/// <summary>No pass without all points ticked: who has passed has ticked them.</summary>
public sealed record DossierRights(IReadOnlyList<string> Points, IReadOnlyList<DossierTick> Ticked);

public sealed record DossierTick(State Level, string Editor, DateTimeOffset At);

public sealed record DossierPublication(string? Address, DateTimeOffset? PublishedAt, string? PublishedBy, DateTimeOffset? TakenDownAt, DateTimeOffset? CountersignedAt);

/// <param name="KeptOut">不发表: the editors chose not to publish it.</param>
public sealed record DossierFile(string Name, long Bytes, string? Sha256, AssetState State, bool KeptOut, string? Facts, string? Refusal);

public sealed record DossierVersion(int Number, string Digest, string By, DateTimeOffset At, string Canonical);

public sealed record DossierLetter(LetterKind Kind, string To, string? Subject, string? Body, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? ReturnedAt);

public sealed record DossierMessage(string By, DateTimeOffset At, string Text);

/// <summary>One event with all that its hash is made of (<see cref="Step.ComputeHash"/>), so that anybody can check it.</summary>
public sealed record DossierStep(
    int Number, Verb Verb, Role? LentRole, string Actor, Guid? EditorId, State From, State To, DateTimeOffset At, long UtcTicks, string Digest, string? Comment, Claim? TakenFrom,
    string PreviousHash, string Hash);

/// <param name="BrokenAt">Number of the first one that does not fit; one behind the last where the end is missing.</param>
/// <param name="Rule">How a hash is made.</param>
public sealed record DossierChain(int? BrokenAt, string Rule)
{
    /// <summary>No event was changed, removed or put in by hand.</summary>
    public bool Verifies => BrokenAt is null;
}

public sealed record DossierExport(string By, string Format, DateTimeOffset At);
