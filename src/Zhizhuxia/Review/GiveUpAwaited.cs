using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>不用取了: an editor does not wait for a 超大附件 any more. Colleagues read who has said so.</summary>
public sealed class GiveUpAwaited(PortalDb db, TimeProvider clock)
{
    /// <param name="id">The piece.</param>
    /// <param name="file">What it waits for; whoever comes second finds it done.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>not-possible-now</c>: not a reviewer.</exception>
    public async Task RunAsync(Guid id, Guid file, Actor actor, CancellationToken ct)
    {
        var awaited = await db.AwaitedFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file && row.SubmissionId == id, ct) ?? throw new RefusedException("not-found");
        var now = clock.GetUtcNow();
        var note = InternalNote.Of(id, actor, $"不用取了：{awaited.Name ?? "没有写名字的附件"}", now);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.AwaitedFiles.Where(row => row.Id == file && row.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), ct) == 0)
            return;
        db.Add(note);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
