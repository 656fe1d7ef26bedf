using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Assets;
using Zhizhuxia.Intake;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>审稿页: one piece with everything that is known of it, and what can be done to it now.</summary>
public sealed class PieceModel(CurrentActor current, ReadPiece pieces, DeskSettings settings) : DeskPage(current)
{
    /// <summary>Characters of a reason for taking over.</summary>
    public const int LongestReason = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which film is on the screen, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Film { get; set; }

    /// <summary>Which tab is open.</summary>
    [BindProperty(SupportsGet = true)]
    public PieceTab Tab { get; set; }

    /// <summary>What was just decided, on the piece before this one or on this one.</summary>
    [BindProperty(SupportsGet = true)]
    public Verb? Done { get; set; }

    /// <summary>Numbers of the versions to compare; without them what is new to this person.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <inheritdoc cref="From"/>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    [BindProperty]
    public ContentForm Revision { get; set; } = new();

    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    public PieceFolder Folder { get; private set; } = null!;

    public Submission Piece => Folder.Piece;

    public DateTimeOffset Now => settings.Now;

    /// <summary>The film in the player; null if there is none.</summary>
    public Asset? OnScreen => Piece.Assets.OrderBy(asset => asset.Id).ElementAtOrDefault(Film);

    /// <summary>Where the public page of a published piece is.</summary>
    public string? PublicAddress => Piece is { State: State.Published or State.TakenDown, ShortCode: { } code } ? ShortAddress.Shown(settings.PublicAddress, code) : null;

    public IReadOnlyList<OfferedVerb> Verbs => Workflow.VerbsFor(Piece, Actor, Now);

    public OfferedVerb? Revise => Verbs.FirstOrDefault(offered => offered.Row.Verb is Verb.Revise);

    public bool Claimable => Verbs.Any(offered => offered.Row.If.Contains(Guards.Claimed) && Actor.Is(offered.Row.By) && offered.Obstacle != Guards.NotOwn.Code);

    /// <summary>The one-time address of what the reader is asked for, when no mail can bring it; null otherwise.</summary>
    public string? AddressToPassOn => Piece is { State: State.Waiting, Contact.Email: null } ? settings.AnswerAddress(Piece) : null;

    public bool Mine => Piece.Claim?.IsHeldBy(Actor, Now) is true;

    /// <summary>A colleague who is reading it.</summary>
    public Claim? Theirs => Piece.Claim is { } claim && claim.EditorId != Actor.EditorId && claim.IsAlive(Now) ? claim : null;

    /// <summary>Why it is not mine any more, while the colleague who took it over reads it.</summary>
    public Step? TakenFromMe => Piece.History.LastOrDefault(step => step.Verb is Verb.TakeOver) is { } last
        && last.TakenFrom?.EditorId == Actor.EditorId && last.EditorId == Theirs?.EditorId ? last : null;

    /// <summary>What this person had seen before; null while only a part of the page is asked for.</summary>
    public Look? Look { get; private set; }

    /// <summary>Names of what has changed since then; null if nothing has, or only by this person.</summary>
    public IReadOnlyList<string>? NewSince => Look is { } look && look.KnownVersion > 0 && Piece.Versions.Skip(look.KnownVersion).Any(version => version.By != Actor.Name)
        && VersionWords.Between(Piece, look.KnownVersion, Piece.Versions.Count) is { Count: > 0 } rows ? [.. rows.Select(row => row.Name)] : null;

    /// <summary>What the open page shows of the piece, where only a part of it is asked for.</summary>
    public Seen? SeenBefore { get; private set; }

    /// <summary>The open page shows the piece as claimed by this person.</summary>
    public bool WasMine { get; private set; }

    /// <summary>Why the open page is not up to date; null while it is.</summary>
    public string? News => SeenBefore is not { } seen || seen == Seen.Of(Piece) ? null
        : Piece.History.Count > seen.Steps && Piece.History[^1] is { } last ? $"{last.ActorName}刚刚{DeskTexts.Of(last)}。"
        : Mine != WasMine ? "认领刚刚变了。" : null;

    /// <summary>Of a tab, in the address.</summary>
    public static string NameOf(PieceTab tab) => tab.ToString().ToLowerInvariant();

    public VerbForm FormFor(OfferedVerb offered) => settings.FormFor(offered.Row, Piece, new() { Seen = Seen.Of(Piece).ToString() });

    public async Task<IActionResult> OnGetAsync([FromServices] LookAtSubmission look, [FromServices] RememberLook remember, CancellationToken ct)
    {
        await look.RunAsync(Id, await ActorAsync(ct), ct);
        var page = await ShowAsync(null, ct);
        Look = await remember.RunAsync(Piece, Actor, ct);
        return page;
    }

    /// <summary>The part of the page that tells who has the piece.</summary>
    /// <param name="seen">What the open page shows.</param>
    /// <param name="mine">The open page shows it as claimed by this person.</param>
    public async Task<IActionResult> OnGetHolderAsync(string? seen, bool mine, CancellationToken ct)
    {
        await ActorAsync(ct);
        await ShowAsync(null, ct);
        (SeenBefore, WasMine) = (Seen.Parse(seen), mine);
        return Partial("_Holder", this);
    }

    /// <summary>The part of the page that tells how far the machines are.</summary>
    /// <param name="watched">The open page shows them at work, so that an end is news.</param>
    public async Task<IActionResult> OnGetProgressAsync(bool watched, CancellationToken ct)
    {
        await ActorAsync(ct);
        return Partial("_Work", new WorkView(Id, await pieces.WorkAsync(Id, ct), Administers, watched));
    }

    public async Task<IActionResult> OnPostClaimAsync([FromServices] ClaimSubmission claim, [FromForm] string? reason, CancellationToken ct) =>
        reason?.Length > LongestReason ? BadRequest() : await TryAsync(actor => claim.RunAsync(Id, actor, reason?.Trim(), ct), ct);

    public Task<IActionResult> OnPostGiveBackAsync([FromServices] GiveBackSubmission giveBack, CancellationToken ct) =>
        TryAsync(actor => giveBack.RunAsync(Id, actor, ct), ct);

    public Task<IActionResult> OnPostConfirmAgainAsync([FromServices] RenewCompleteLink renew, CancellationToken ct)
    {
        Tab = PieceTab.Mails; // where the form stands
        return TryAsync(_ => renew.RunAsync(Id, ct), ct);
    }

    public Task<IActionResult> OnPostGiveUpAsync([FromServices] GiveUpAwaited giveUp, [FromForm] Guid file, CancellationToken ct) =>
        TryAsync(actor => giveUp.RunAsync(Id, file, actor, ct), ct);

    public Task<IActionResult> OnPostUrgentAsync([FromServices] MarkUrgent mark, [FromForm] bool urgent, CancellationToken ct) =>
        TryAsync(actor => mark.RunAsync(Id, actor, urgent, ct), ct);

    public Task<IActionResult> OnPostPlanAsync([FromServices] AgreeShooting agree, CancellationToken ct) =>
        TryAsync(actor => agree.RunAsync(Id, actor, Plan.ToPlan(), ct), ct);

    public Task<IActionResult> OnPostPosterAsync([FromServices] ChoosePoster choose, [FromForm] Guid asset, [FromForm] string? still, CancellationToken ct) =>
        TryAsync(actor => choose.RunAsync(Id, asset, actor, still ?? "", ct), ct);

    public async Task<IActionResult> OnPostReviseAsync([FromServices] ReviseSubmission revise, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(Revision, ct);
        }
        return await TryAsync(_ => revise.RunAsync(Id, actor, Seen.Parse(Revision.Seen), Revision.ToContent(), Revision.Reason?.Trim(), ct), ct);
    }

    private async Task<IActionResult> TryAsync(Func<Actor, Task> act, CancellationToken ct)
    {
        try
        {
            await act(await ActorAsync(ct));
            return RedirectToPage(new { Id, Film = Film > 0 ? Film : (int?)null, Tab = Tab is PieceTab.Material ? null : NameOf(Tab) });
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            ModelState.Clear(); // what was typed elsewhere on the page is not what was refused
            return await ShowAsync(Revision.Seen is null ? null : Revision, ct);
        }
    }

    /// <param name="typed">Words that were refused and must not be lost.</param>
    private async Task<IActionResult> ShowAsync(ContentForm? typed, CancellationToken ct)
    {
        if (await pieces.RunAsync(Id, ct) is not { } folder)
            throw new RefusedException("not-found");
        Folder = folder;
        Film = Math.Clamp(Film, 0, Math.Max(0, Piece.Assets.Count - 1));
        Revision = typed ?? ContentForm.Of(Piece);
        Plan = Plan is { Place: null, People: null } ? PlanForm.Of(Piece) : Plan; // what was refused is not lost
        return Page();
    }
}
