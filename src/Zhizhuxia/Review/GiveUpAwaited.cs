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
        if (!actor.Reviews || actor.EditorId is not { } editor)
            throw new RefusedException("not-possible-now");
        var awaited = await db.AwaitedFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == file && row.SubmissionId == id, ct) ?? throw new RefusedException("not-found");
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.AwaitedFiles.Where(row => row.Id == file && row.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.DoneAt, now), ct) == 0)
            return;
        db.Add(new InternalNote
        {
            Id = Guid.CreateVersion7(now), SubmissionId = id, EditorId = editor, By = actor.Name, Text = $"不用取了：{awaited.Name ?? "没有写名字的附件"}", At = now,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
