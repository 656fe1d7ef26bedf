using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor writes down what was agreed with the reader of a proposal; what stood before stays in the notes.</summary>
public sealed class AgreeShooting(PortalDb db, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>not-found</c>, or as <see cref="Shooting.Agree"/>.</exception>
    public async Task RunAsync(Guid id, Actor actor, ShootingPlan plan, CancellationToken ct)
    {
        var (piece, now) = (await db.GetAsync(id, ct), clock.GetUtcNow());
        if (piece.Plan == plan)
            return;
        piece.Agree(actor, plan, now);
        db.Add(InternalNote.Of(id, actor, string.Join("；", new[] { $"拍摄约定：{plan.Said}", plan.Remark }.OfType<string>()), now));
        await db.SaveAsync(piece, ct);
    }
}
