using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Submissions;

/// <summary>One piece sent in, with one number for its whole life. Changes only by <see cref="Apply"/>; the file lanes are its assets'.</summary>
public sealed class Submission
{
    /// <summary>著作权法 第三十五条: an author who hears nothing within 15 days may offer the piece elsewhere.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(15);

    public required Guid Id { get; init; }

    /// <summary><c>ZX</c> + yyMMdd + at least 4 digits, e.g. <c>ZX261122-0031</c>; null for a draft. For people; opens nothing.</summary>
    public string? Number { get; set; }

    public required SubmissionKind Kind { get; set; }
    public required Channel Channel { get; set; }

    public State State { get; private set; } = State.Draft;
    public CloseReason? Closing { get; private set; }

    /// <summary>Concurrency token: grows with each change by a person.</summary>
    public int RowVersion { get; internal set; }

    /// <summary>2–40 characters.</summary>
    public string Title { get; private set; } = "";

    /// <summary>说明, 10–800 characters; what is printed under the title.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<Credit> Credits { get; private set; } = [];

    /// <summary>For example "文字、图片、视频/知株侠视频工作室".</summary>
    public string? SourceLine { get; private set; }

    /// <summary>The editor's verdict; null until judged.</summary>
    public AiLabel? AiLabel { get; private set; }
    public Guid? ColumnId { get; private set; }

    /// <summary>The whole pasted share text of a link piece.</summary>
    public string? LinkText { get; set; }

    /// <summary>What the reader of a proposal wants to film, where and when.</summary>
    public string? ProposalText { get; set; }

    /// <summary>What has been agreed with that reader.</summary>
    public ShootingPlan? Plan { get; internal set; }

    public Declarations? Declarations { get; set; }

    /// <summary>The name to print, as wished; null with <see cref="CreditWish.None"/>.</summary>
    public string? CreditName { get; set; }

    public Contact? Contact { get; set; }

    /// <summary>SHA-256 of the cookie of the browser that drafts it.</summary>
    public string? OwnerHash { get; init; }

    /// <summary>When the link that completes a mailed piece was last made to live on; null: never.</summary>
    public DateTimeOffset? CompletionRenewedAt { get; internal set; }

    /// <summary>HMAC of the receipt code, lower-case hex.</summary>
    public string? ReceiptHash { get; set; }

    /// <summary>Hash of the idempotency key of the submit, unique.</summary>
    public string? IdempotencyHash { get; set; }

    /// <summary>SHA-256 of the request that used the key.</summary>
    public string? RequestHash { get; set; }

    /// <summary>The partner's key it came by.</summary>
    public Guid? ApiKeyId { get; set; }

    /// <summary>The editor who typed it in for a caller.</summary>
    public Guid? EnteredBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SubmittedAt { get; internal set; }

    /// <summary>Someone claimed the piece and opened the material: the reader sees 审看中.</summary>
    public DateTimeOffset? FirstLookAt { get; internal set; }

    public Claim? Claim { get; internal set; }

    /// <summary>复审 has accepted that the original cannot be had.</summary>
    public bool OriginalWaived { get; internal set; }

    /// <summary>Digest of the current <see cref="Version"/>.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Of the history's last step: its end cannot be taken away unseen. Null: no step yet.</summary>
    public string? LastHash { get; private set; }

    /// <summary>What the reader was asked last, and answered.</summary>
    public ReaderRequest? Request { get; internal set; }

    /// <summary>In words the reader may see.</summary>
    public string? DeclineReason { get; internal set; }

    /// <summary>What the editor says to it, where the reader is to have that too.</summary>
    public string? DeclineWords { get; internal set; }

    /// <summary>Permanent short address of the public page: 6 upper-case characters.</summary>
    public string? ShortCode { get; set; }
    public DateTimeOffset? PublishedAt { get; internal set; }
    public DateTimeOffset? TakenDownAt { get; internal set; }

    /// <summary>A second person agreed to the takedown; due within a day of it.</summary>
    public DateTimeOffset? CountersignedAt { get; internal set; }

    /// <summary>The reader of an adopted piece asks to take it back; null when nobody does.</summary>
    public DateTimeOffset? WithdrawalAskedAt { get; internal set; }

    /// <summary>The piece that goes on in this one's stead.</summary>
    public Guid? DuplicateOf { get; internal set; }

    /// <summary>Breaking news (突发): its jobs go first.</summary>
    public bool IsUrgent { get; internal set; }

    /// <summary>Strong resemblances to other pieces that nobody has decided.</summary>
    public int UndecidedAlike { get; internal set; }

    public List<Asset> Assets { get; } = [];
    public List<Step> History { get; } = [];
    public List<Version> Versions { get; } = [];
    public List<Consent> Consents { get; } = [];
    public List<Letter> Letters { get; } = [];
    public List<LinkFact> Links { get; } = [];

    /// <summary>超大附件 of its mail.</summary>
    public List<AwaitedFile> AwaitedFiles { get; } = [];

    /// <summary>Work that follows, committed with the row.</summary>
    public List<Job> Jobs { get; } = [];

    /// <summary>The end of the 15 days.</summary>
    public DateTimeOffset? AnswerDue => SubmittedAt + AnswerWithin;

    /// <summary>Moves the piece by the one table.</summary>
    /// <returns>The step that was written.</returns>
    /// <exception cref="RefusedException">There is no such row, it is not this actor's, or a guard fails; nothing has changed.</exception>
    public Step Apply(Verb verb, Actor actor, DateTimeOffset now, Decision decision)
    {
        var row = Workflow.Find(State, verb);
        if (!actor.Is(row.By))
            throw new RefusedException(Workflow.RoleCode(row.By));
        if (State is State.Draft or State.Review1 or State.Waiting)
            Renew(actor, now); // machines may have refused a file, the reader may have added one
        var attempt = new Attempt(this, actor, decision, now);
        if (row.If.FirstOrDefault(guard => !guard.Holds(attempt)) is { } failing)
            throw new RefusedException(failing.Code);
        (State, Closing) = (row.To ?? Request?.From ?? State.Review1, row.Closing);
        RowVersion++;
        var step = Record(row, actor, decision.Said, now);
        foreach (var effect in row.Then)
            effect(attempt);
        return step;
    }

    /// <summary>Changes the content by <see cref="Verb.Revise"/>: a new version, all verdicts void.</summary>
    /// <exception cref="RefusedException">As <see cref="Apply"/>; or <c>nothing-changed</c>.</exception>
    /// <param name="reason">For colleagues; needed to lower the AI label.</param>
    public void Revise(Content content, Actor actor, DateTimeOffset now, string? reason = null)
    {
        if (Content.Of(this).Same(content))
            throw new RefusedException("nothing-changed");
        var step = Apply(Verb.Revise, actor, now, new() { Revised = content, Comment = reason });
        Fill(content);
        Renew(actor, step.At);
    }

    /// <summary>The draft's words, before <see cref="Verb.Submit"/>; afterwards only <see cref="Revise"/> changes them.</summary>
    public void Fill(Content content)
    {
        (Title, Text, Credits, SourceLine, AiLabel, ColumnId) = (content.Title, content.Text, content.Credits, content.SourceLine, content.AiLabel, content.ColumnId);
        content.FillRest(this);
    }

    private Step Record(Transition row, Actor actor, string? comment, DateTimeOffset now)
    {
        var step = new Step
        {
            Id = Guid.CreateVersion7(now), SubmissionId = Id, Number = History.Count + 1, Verb = row.Verb, EditorId = actor.EditorId, ActorName = actor.Name,
            From = row.From, To = State, Digest = Digest, Comment = comment, At = now, TakenFrom = row.Verb is Verb.TakeOver ? Claim : null, LentRole = actor.LentFor(row.By), PreviousHash = History.Count > 0 ? History[^1].Hash : "",
        }.Sealed();
        History.Add(step);
        LastHash = step.Hash;
        return step;
    }

    private void Renew(Actor actor, DateTimeOffset now)
    {
        var version = Version.Of(this, Versions.Count + 1, actor.Name, now);
        if (version.Digest == Digest)
            return;
        Versions.Add(version);
        Digest = version.Digest;
    }
}
