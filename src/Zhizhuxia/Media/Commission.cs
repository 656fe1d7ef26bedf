using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>A film that is to be delivered, and how.</summary>
/// <param name="Asset">Tracked.</param>
/// <param name="Facts">Of the film.</param>
/// <param name="Order">The newsroom's decisions; the gain is not known yet.</param>
/// <param name="Mark">For the MP4; null when no label is due.</param>
/// <param name="IsUrgent">Breaking news.</param>
public sealed record Commission(Asset Asset, VideoFacts Facts, LadderOrder Order, AigcMark? Mark, bool IsUrgent)
{
    /// <summary>As <see cref="Rendition.Label"/> of the ladder.</summary>
    public string? Label => ((AiLabel?)Order.Label).Due();
}

/// <summary>Asks whether a film's ladder is still to be made: an adopted piece may go back to review before a job's turn comes.</summary>
public sealed class Commissions(PortalDb db, IOptions<MediaOptions> options)
{
    /// <summary>Names the plan of a commission's parts.</summary>
    public string PlanHash(Commission commission) =>
        RangePlan.Pictures(commission.Facts, commission.Order, new FrameRange(0, 0, null), options.Value).Hash;

    /// <summary>The commission for a film.</summary>
    /// <returns>Null when the piece is not adopted, the film not ready or kept out, or its ladder there.</returns>
    public async Task<Commission?> FindAsync(Guid? assetId, CancellationToken ct)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(row => row.Id == assetId, ct);
        if (asset is not { State: AssetState.Ready, IsKeptOut: false, Facts: { } json })
            return null;
        var piece = await db.Submissions.AsNoTracking()
            .Where(row => row.Id == asset.SubmissionId && (row.State == State.Adopted || row.State == State.Published || row.State == State.TakenDown))
            .Select(row => new { row.Number, row.AiLabel, row.IsUrgent })
            .SingleOrDefaultAsync(ct);
        if (piece is null || asset.Find(RenditionKind.Ladder) is { } made && made.Label == piece.AiLabel.Due())
            return null;
        var facts = VideoFacts.FromJson(json);
        var order = new LadderOrder(piece.AiLabel ?? AiLabel.None, 0);
        return new Commission(asset, facts, order, AigcMark.Propagated(facts.Aigc, order.Label, options.Value.Propagator, piece.Number ?? ""), piece.IsUrgent);
    }
}
