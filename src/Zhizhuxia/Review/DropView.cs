using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Review;

/// <summary>A person gives up a view of their own; nobody else's can be named.</summary>
public sealed class DropView(PortalDb db)
{
    public async Task RunAsync(Guid editorId, Guid id, CancellationToken ct)
    {
        if (await db.SavedViews.SingleOrDefaultAsync(view => view.Id == id && view.EditorId == editorId, ct) is not { } view)
            return;
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(ct);
    }
}
