using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>待办台: what this person must act on, and what runs out.</summary>
public sealed class TodayModel(CurrentActor current, ReadToday read, DeskViews views, TimeProvider clock) : DeskPage(current)
{
    public Today Today { get; private set; } = null!;

    public IReadOnlyList<CountedView> Views { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        Today = await read.RunAsync(actor, ct);
        Views = await views.ReadAsync(actor, null, count: true, ct);
    }

    /// <summary>Only the figures, to be put in place of the old ones.</summary>
    public async Task<IActionResult> OnGetCountsAsync(CancellationToken ct)
    {
        var actor = await ActorAsync(ct);
        return Partial("_TodayCounts", (await read.CountAsync(actor, ct), actor.Is(Performer.Editor3), await views.ReadAsync(actor, null, count: true, ct)));
    }
}
