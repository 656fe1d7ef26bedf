using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>重新发确认链接: the link of a mailed or telephoned piece lives on from now, and its reader is written to where that is possible.</summary>
public sealed class RenewCompleteLink(PortalDb db, TimeProvider clock)
{
    /// <summary>Nobody is pressed more often.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <exception cref="RefusedException"><c>not-found</c>, <c>complete-not-needed</c>, <c>complete-sent-lately</c>, <c>stale</c>.</exception>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        if (piece is not { Channel: Channel.Mail or Channel.Phone, Declarations: null } || !piece.State.IsUndecided())
            throw new RefusedException("complete-not-needed");
        var now = clock.GetUtcNow();
        if (piece.CompletionRenewedAt > now - Pause)
            throw new RefusedException("complete-sent-lately");
        piece.RenewCompletion(now);
        await db.SaveAsync(piece, ct);
    }
}
