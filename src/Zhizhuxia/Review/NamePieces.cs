using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Review;

/// <summary>Puts number and title to results that know only an id.</summary>
public sealed class NamePieces(PortalDb db)
{
    public async Task<IReadOnlyList<JointResult>> RunAsync(IReadOnlyList<JointResult> results, CancellationToken ct)
    {
        var ids = results.Select(result => result.Id).ToList();
        var known = await db.QueueEntries.AsNoTracking().Where(entry => ids.Contains(entry.SubmissionId))
            .Select(entry => new { entry.SubmissionId, entry.Number, entry.Title }).ToDictionaryAsync(entry => entry.SubmissionId, ct);
        return [.. results.Select(result => known.TryGetValue(result.Id, out var piece) ? result with { Number = piece.Number, Title = piece.Title } : result)];
    }
}
