using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Lends 复审 or 终审 to a colleague for a time (代). A beginning that has passed means now.</summary>
public sealed class LendLevel(PortalDb db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    /// <exception cref="RefusedException">One of <see cref="DutyRefusals"/>; or <c>not-found</c>.</exception>
    public async Task<StandIn> RunAsync(Guid lenderId, LendingOrder order, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct); // two who lend the same at once: the second sees the first
        var now = clock.GetUtcNow();
        var lender = await db.Users.FindAsync([lenderId], ct) ?? throw new RefusedException("not-found");
        var colleague = await db.Users.FindAsync([order.EditorId], ct) ?? throw new RefusedException(DutyRefusals.NoReviewer);
        var wanted = new StandIn
        {
            Id = Guid.CreateVersion7(now), Role = order.Role, EditorId = colleague.Id, From = order.From < now ? now : order.From, Until = order.Until,
            Reason = order.Reason.Trim(), LentBy = lender.Id, LentByName = lender.DisplayName, LentAt = now,
        };
        if (DutyRoster.Obstacle(wanted, lender, colleague, await db.OpenStandInsAsync(now, ct), options.Value, now) is { } code)
            throw new RefusedException(code);
        db.StandIns.Add(wanted);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return wanted;
    }
}

/// <summary>Who is to stand in at which level, when and why.</summary>
public sealed record LendingOrder(Role Role, Guid EditorId, DateTimeOffset From, DateTimeOffset Until, string Reason);
