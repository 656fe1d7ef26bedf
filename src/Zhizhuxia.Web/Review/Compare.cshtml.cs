using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>比一比: two pieces that may be about the same film, side by side and at the same moment, and what they are to each other.</summary>
public sealed class CompareModel(CurrentActor current, ReadAlike alike, DecideResemblance decide) : DeskPage(current)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Other { get; set; }

    public AlikePair Both { get; private set; } = null!;

    public bool MayDecide => AlikeView.MayBeDecidedBy(Actor);

    /// <summary>This piece is closed, the other goes on; null where that is not possible.</summary>
    public string? MergeThis => AlikeView.MergeAddress(Id, Both.Piece.State, Both.Other.Number);

    /// <summary>The other way round.</summary>
    public string? MergeOther => AlikeView.MergeAddress(Other, Both.Other.State, Both.Piece.Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] ResemblanceState state, CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        if (!ModelState.IsValid)
            return BadRequest();
        try
        {
            await decide.RunAsync(Id, Other, state, actor, ct);
            return Redirect($"/desk/pieces/{Id}?tab=checks#alike");
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Show(refused);
            return await ShowAsync(ct);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Both = await alike.PairAsync(Id, Other, ct) ?? throw new RefusedException("not-found");
        return Page();
    }
}
