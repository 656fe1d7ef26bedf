using Zhizhuxia.Assets;

namespace Zhizhuxia.Submissions;

/// <summary>The conditions of the table. Each has its sentence in RefusalTexts.</summary>
public static class Guards
{
    /// <summary>All three consents, and the guardian's where the sender is not of age.</summary>
    public static readonly Guard Consented = new("consents-missing", attempt =>
        HasConsents(attempt.Submission)
        && (attempt.Submission.Declarations?.AgeGroup is not AgeGroup.From14To17 || attempt.Submission.HasConsent(ConsentKind.Guardian)));

    /// <summary>Under 14 only through the guardian's form (个人信息保护法 第三十一条).</summary>
    public static readonly Guard OldEnough = new("guardian-form-needed", attempt =>
        attempt.Submission.Declarations?.AgeGroup is not AgeGroup.Under14);

    public static readonly Guard Reachable = new("contact-missing", attempt =>
        attempt.Submission.Contact is { } contact && (contact.Mobile ?? contact.Email) is not null);

    /// <summary>Whoever has brought a film that is none hears that, and not that nothing was brought.</summary>
    public static readonly Guard SomeUsable = new("films-refused", attempt => attempt.Submission.Kind is not SubmissionKind.Film
        || attempt.Submission.UsableAssets.Any() || !attempt.Submission.Assets.Exists(asset => asset.State is AssetState.Rejected));

    public static readonly Guard HasMaterial = new("material-missing", attempt => attempt.Submission.Kind switch
    {
        SubmissionKind.Film => attempt.Submission.UsableAssets.Any(),
        SubmissionKind.Link => attempt.Submission.LinkText is not null,
        _ => attempt.Submission.ProposalText is not null,
    });

    public static readonly Guard AllArrived = new("upload-unfinished", attempt =>
        attempt.Submission.UsableAssets.All(asset => asset.Sha256 is not null));

    /// <summary>Nobody judges a piece they sent in themselves.</summary>
    public static readonly Guard NotOwn = new("own-piece", attempt =>
        (attempt.Submission.EnteredBy is not { } typist || typist != attempt.Actor.EditorId)
        && !attempt.Actor.Contacts.Any(contact => attempt.Submission.Contact?.IsKnownBy(contact) is true));

    /// <summary>The piece is claimed by the person who acts.</summary>
    public static readonly Guard Claimed = new("not-claimed", attempt =>
        attempt.Submission.Claim?.IsHeldBy(attempt.Actor, attempt.Now) is true);

    /// <summary>Another person's claim is alive: there is something to take over.</summary>
    public static readonly Guard HeldByColleague = new("nothing-to-take-over", attempt =>
        attempt.Submission.Claim is { } claim && claim.EditorId != attempt.Actor.EditorId && claim.IsAlive(attempt.Now));

    /// <summary>No file is still coming in or being looked at.</summary>
    public static readonly Guard Settled = new("material-unsettled", attempt =>
        attempt.Submission.Assets.All(asset => asset.State is not (AssetState.Expected or AssetState.Uploading or AssetState.Inspecting)));

    /// <summary>A person has said of every piece that is much like this one what it is to it.</summary>
    public static readonly Guard AlikeDecided = new("alike-undecided", attempt => attempt.Submission.UndecidedAlike == 0);

    public static readonly Guard AiJudged = new("ai-not-judged", attempt => attempt.Submission.AiLabel is not null);

    public static readonly Guard RightsChecked = new("rights-not-checked", attempt => attempt.Decision.RightsChecked, OfDecision: true);

    /// <summary>This editor has not passed this same content at another level (三审: three levels are three people).</summary>
    public static readonly Guard FreshEyes = new("fresh-eyes", attempt =>
        !attempt.Submission.Passes().Any(step =>
            step.From != attempt.Submission.State && step.Digest == attempt.Submission.Digest && step.EditorId == attempt.Actor.EditorId));

    /// <summary>Both lower levels passed exactly this content, by two people.</summary>
    public static readonly Guard VerdictsStand = new("verdicts-void", attempt =>
        new[] { State.Review1, State.Review2 }
            .Select(level => attempt.Submission.Passes().LastOrDefault(step => step.From == level && step.Digest == attempt.Submission.Digest))
            .ToList() is [{ } first, { } second] && first.EditorId != second.EditorId);

    /// <summary>Every file can be used, and a film piece has one.</summary>
    public static readonly Guard AllReady = new("material-not-ready", attempt =>
        attempt.Submission.ChosenAssets.All(asset => asset.State is AssetState.Ready)
        && (attempt.Submission.Kind is not SubmissionKind.Film || attempt.Submission.ChosenAssets.Any()));

    /// <summary>A link needs its original, or 复审 has accepted that there is none to be had (domain §2, kinds).</summary>
    public static readonly Guard OriginalOrWaiver = new("original-missing", attempt =>
        attempt.Submission.Kind is not SubmissionKind.Link || attempt.Submission.OriginalWaived || attempt.Submission.ChosenAssets.Any());

    /// <summary>Rights and declarations are on record, all of them. Pieces by mail and phone have none until the reader confirms.</summary>
    public static readonly Guard Authorised = new("not-authorised", attempt =>
        attempt.Submission.Declarations is { Origin: not Origin.SeenOnline }
        && HasConsents(attempt.Submission));

    /// <summary>Minors on screen: the guardian agreed (未成年人保护法 第四条, 民法典 第一千零一十九条).</summary>
    public static readonly Guard GuardianAgreed = new("guardian-missing", attempt =>
        attempt.Submission.Declarations?.Minors is not Minors.NotAsked);

    public static readonly Guard Reasoned = new("reason-missing", attempt => attempt.Decision.Comment is { Length: >= 2 }, OfDecision: true);

    /// <summary>An editor may raise the AI label; lowering is 终审's (domain §6).</summary>
    public static readonly Guard LabelNotLowered = new("ai-lowering-final", attempt => !Lowers(attempt), OfDecision: true);

    /// <inheritdoc cref="LabelNotLowered"/>
    public static readonly Guard LoweringReasoned = new("ai-lowering-reason", attempt => !Lowers(attempt) || Reasoned.Holds(attempt), OfDecision: true);

    public static readonly Guard DeclineReasonGiven = new("decline-reason-missing", attempt => attempt.Decision.DeclineReason is { Length: >= 2 }, OfDecision: true);

    public static readonly Guard ItemsNamed = new("items-missing", attempt => attempt.Decision.Items.Count > 0, OfDecision: true);

    public static readonly Guard DueWithin30Days = new("due-out-of-range", attempt =>
        attempt.Decision.Due is { } due && due > attempt.Now && due <= attempt.Now.AddDays(30), OfDecision: true);

    /// <summary>The reader's time is up.</summary>
    public static readonly Guard Overdue = new("not-due-yet", attempt => attempt.Submission.Request is { } request && request.Due <= attempt.Now);

    public static readonly Guard Answered = new("answer-missing", attempt => attempt.Decision.Answer is { Length: >= 2 }, OfDecision: true);

    /// <summary>What goes out is what 终审 passed.</summary>
    public static readonly Guard ApprovedContent = new("content-changed", attempt =>
        attempt.Submission.Passes().LastOrDefault(step => step.From is State.Review3)?.Digest == attempt.Submission.Digest);

    public static readonly Guard Credited = new("credits-missing", attempt =>
        attempt.Submission.Credits.Count > 0 || attempt.Submission.Declarations?.CreditWish is CreditWish.None);

    /// <summary>There is something to show, made and checked, with the notice that is due on it.</summary>
    public static readonly Guard Delivered = new("ladder-missing", attempt =>
        attempt.Submission.ChosenAssets.All(asset => asset.Find(RenditionKind.Ladder) is { } ladder && ladder.Label == attempt.Submission.AiLabel.Due())
        && (attempt.Submission.ChosenAssets.Any() || attempt.Submission.OriginalWaived));

    public static readonly Guard InColumn = new("column-missing", attempt => attempt.Submission.ColumnId is not null);

    public static readonly Guard QrReadsBack = new("qr-unreadable", attempt => attempt.Decision.QrReads is { } address && address == attempt.Decision.PublicAddress, OfDecision: true);

    /// <summary>The piece that goes on is named, is another one, and has not gone into a third.</summary>
    public static readonly Guard OtherNamed = new("other-piece-missing", attempt =>
        attempt.Decision.Other is { GoesOn: true } other && other.Id != attempt.Submission.Id, OfDecision: true);

    /// <summary>Its files are still there.</summary>
    public static readonly Guard NotPurged = new("piece-purged", attempt => attempt.Submission.Assets.All(asset => asset.State is not AssetState.Purged));

    /// <summary>What the reader took back is reviewed again only as the reader wishes.</summary>
    public static readonly Guard ReaderAgrees = new("reader-disagrees", attempt =>
        attempt.Submission.Closing is not CloseReason.Withdrawn || attempt.Decision.ReaderAgrees, OfDecision: true);

    public static readonly Guard NotAskedBack = new("withdrawal-asked", attempt => attempt.Submission.WithdrawalAskedAt is null);

    /// <summary>Asked once is enough.</summary>
    public static readonly Guard NotAskedBackYet = new("withdrawal-pending", NotAskedBack.Holds);

    public static readonly Guard AskedBack = new("withdrawal-not-asked", attempt => attempt.Submission.WithdrawalAskedAt is not null);

    /// <summary>Two people: who took the piece down cannot also agree to it, nor undo it.</summary>
    public static readonly Guard NotTaker = new("takedown-own", attempt =>
        attempt.Submission.History.LastOrDefault(step => step.Verb is Verb.TakeDown)?.EditorId != attempt.Actor.EditorId);

    public static readonly Guard NotCountersigned = new("takedown-countersigned", attempt => attempt.Submission.CountersignedAt is null);

    private static bool HasConsents(Submission piece) => new[] { ConsentKind.Licence, ConsentKind.Truth, ConsentKind.Privacy }.All(piece.HasConsent);

    private static bool Lowers(Attempt attempt) => attempt.Decision.Revised is { } content && AiEvidence.Lowers(attempt.Submission, content.AiLabel);
}
