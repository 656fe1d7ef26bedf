using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Intake;

/// <summary>待取原件, when a film has come some other way.</summary>
internal static class AwaitedFiles
{
    /// <summary>Nothing of a piece is waited for any more; within the caller's transaction.</summary>
    public static Task AwaitNoMoreAsync(this PortalDb db, Guid pieceId, DateTimeOffset now, CancellationToken ct) => db.AwaitedFiles
        .Where(file => file.SubmissionId == pieceId && file.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(file => file.DoneAt, now), ct);
}
