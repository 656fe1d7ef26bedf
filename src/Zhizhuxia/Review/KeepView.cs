using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>A person keeps a filter of the queue under a name (视图).</summary>
public sealed class KeepView(PortalDb db, TimeProvider clock)
{
    /// <summary>Of one person.</summary>
    public const int Most = 20;

    private const int LongestQuery = 500;

    /// <param name="query">As the address of the queue says it.</param>
    /// <exception cref="RefusedException"><c>view-name-invalid</c>, <c>view-empty</c>, <c>view-name-taken</c>, <c>too-many-views</c>.</exception>
    public async Task<SavedView> RunAsync(Guid editorId, string? name, string query, CancellationToken ct)
    {
        if (name?.Trim() is not { Length: > 0 and <= SavedView.LongestName } clean || clean.Any(char.IsControl))
            throw new RefusedException("view-name-invalid");
        if (query.Length is 0 or > LongestQuery)
            throw new RefusedException("view-empty");
        var own = await db.SavedViews.Where(view => view.EditorId == editorId).Select(view => view.Name).ToListAsync(ct);
        if (own.Contains(clean))
            throw new RefusedException("view-name-taken");
        if (own.Count >= Most)
            throw new RefusedException("too-many-views");
        var now = clock.GetUtcNow();
        var view = new SavedView { Id = Guid.CreateVersion7(now), EditorId = editorId, Name = clean, Query = query, CreatedAt = now };
        db.SavedViews.Add(view);
        await db.SaveOnceAsync(async () => await db.SavedViews.AnyAsync(other => other.EditorId == editorId && other.Name == clean, ct) ? throw new RefusedException("view-name-taken") : false, ct);
        return view;
    }
}
