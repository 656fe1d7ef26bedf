using Microsoft.AspNetCore.Mvc;
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

    /// <summary>What was just decided, on the piece before this one or on this one.</summary>
    [BindProperty(SupportsGet = true)]
    public Verb? Done { get; set; }

    [BindProperty]
    public ContentForm Revision { get; set; } = new();

    public PieceFolder Folder { get; private set; } = null!;

    public Submission Piece => Folder.Piece;

    public DateTimeOffset Now => settings.Now;

    /// <summary>Where the public page of a published piece is.</summary>
    public string? PublicAddress => Piece is { State: State.Published or State.TakenDown, ShortCode: { } code } ? ShortAddress.Shown(settings.PublicAddress, code) : null;

    public IReadOnlyList<OfferedVerb> Verbs => Workflow.VerbsFor(Piece, Actor, Now);

    public OfferedVerb? Revise => Verbs.FirstOrDefault(offered => offered.Row.Verb is Verb.Revise);

    public bool Claimable => Verbs.Any(offered => offered.Row.If.Contains(Guards.Claimed) && Actor.Is(offered.Row.By) && offered.Obstacle != Guards.NotOwn.Code);

    /// <summary>The one-time address of what the reader is asked for, when no mail can bring it; null otherwise.</summary>
    public string? AddressToPassOn => Piece is { State: State.Waiting, Contact.Email: null } ? settings.AnswerAddress(Piece) : null;

    /// <summary>Where the reader of a mailed piece confirms rights and declarations.</summary>
    public string CompleteAddress => settings.CompleteAddress(Piece);

    public bool Mine => Piece.Claim?.IsHeldBy(Actor, Now) is true;

    /// <summary>A colleague who is reading it.</summary>
    public Claim? Theirs => Piece.Claim is { } claim && claim.EditorId != Actor.EditorId && claim.IsAlive(Now) ? claim : null;

    /// <summary>Why it is not mine any more, while the colleague who took it over reads it.</summary>
    public Step? TakenFromMe => Piece.History.LastOrDefault(step => step.Verb is Verb.TakeOver) is { } last
        && last.TakenFrom?.EditorId == Actor.EditorId && last.EditorId == Theirs?.EditorId ? last : null;

    public VerbForm FormFor(OfferedVerb offered) => settings.FormFor(offered.Row, Piece, new() { Seen = Seen.Of(Piece).ToString() });

    public async Task<IActionResult> OnGetAsync([FromServices] LookAtSubmission look, CancellationToken ct)
    {
        await look.RunAsync(Id, await ActorAsync(ct), ct);
        return await ShowAsync(null, ct);
    }

    /// <summary>The part of the page that tells how far the machines are.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return Partial("_Work", new WorkView(Id, await pieces.WorkAsync(Id, ct), Administers, Watched: true));
    }

    public async Task<IActionResult> OnPostClaimAsync([FromServices] ClaimSubmission claim, [FromForm] string? reason, CancellationToken ct) =>
        reason?.Length > LongestReason ? BadRequest() : await TryAsync(actor => claim.RunAsync(Id, actor, reason?.Trim(), ct), ct);

    public Task<IActionResult> OnPostGiveBackAsync([FromServices] GiveBackSubmission giveBack, CancellationToken ct) =>
        TryAsync(actor => giveBack.RunAsync(Id, actor, ct), ct);

    public Task<IActionResult> OnPostUrgentAsync([FromServices] MarkUrgent mark, [FromForm] bool urgent, CancellationToken ct) =>
        TryAsync(actor => mark.RunAsync(Id, actor, urgent, ct), ct);

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
            return RedirectToPage(new { Id, Film = Film > 0 ? Film : (int?)null });
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
        return Page();
    }
}
