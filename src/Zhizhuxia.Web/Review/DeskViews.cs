using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>The views of a person: the house's and their own.</summary>
public sealed class DeskViews(PortalDb db, ReviewQueue queue, TimeProvider clock)
{
    /// <param name="current">Slug of the open one.</param>
    /// <param name="count">Also how many pieces each shows: a look each, so it is asked for apart from the page.</param>
    public async Task<IReadOnlyList<CountedView>> ReadAsync(Actor actor, string? current, bool count, CancellationToken ct)
    {
        var own = await db.SavedViews.AsNoTracking().Where(view => view.EditorId == actor.EditorId).OrderBy(view => view.CreatedAt).ThenBy(view => view.Id).ToListAsync(ct);
        List<CountedView> views = [];
        foreach (var view in QueueView.OfHouse.Concat(own.Select(QueueView.Of)))
            views.Add(new(view, count ? await queue.CountAsync(actor, QueueQuery.Parse(view.Query).ToFilter(clock.GetUtcNow()), ct) : null, view.Slug == current));
        return views;
    }
}
