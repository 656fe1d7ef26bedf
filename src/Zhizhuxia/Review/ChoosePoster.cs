using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>An editor makes one of a film's stills its cover (设为封面). Once the piece is published this is a matter of 发布.</summary>
public sealed class ChoosePoster(PortalDb db, IBlobStore store, TimeProvider clock)
{
    private const int Rounds = 5;

    /// <param name="id">The piece.</param>
    /// <param name="assetId">Its film.</param>
    /// <param name="actor">Who chooses.</param>
    /// <param name="file">Name of the still.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>not-possible-now</c> for a closed piece, <c>not-claimed</c>, <c>only-publisher</c>, <c>poster-gone</c>.</exception>
    public async Task RunAsync(Guid id, Guid assetId, Actor actor, string file, CancellationToken ct)
    {
        var piece = await db.GetAsync(id, ct);
        if (Obstacle(piece, actor, clock.GetUtcNow()) is { } obstacle)
            throw new RefusedException(obstacle);
        var asset = piece.Assets.SingleOrDefault(row => row.Id == assetId) ?? throw new RefusedException("not-found");
        // A transcode may save its result in the same moment: then once more, on what the row is now.
        for (var round = 1; ; round++)
        {
            if (!asset.ChoosePoster(file, await BytesAsync(asset, file, ct), actor.Name, clock.GetUtcNow()))
                throw new RefusedException("poster-gone");
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (round < Rounds)
            {
                await db.Entry(asset).ReloadAsync(ct);
            }
        }
    }

    /// <summary>What stands in the way of choosing: while a piece is reviewed the cover is chosen by who has claimed it, afterwards by who publishes it.</summary>
    /// <returns>A code of RefusalTexts; null if the way is free.</returns>
    public static string? Obstacle(Submission piece, Actor actor, DateTimeOffset now) => piece.State switch
    {
        State.Draft => "not-found",
        _ when !actor.Reviews => "not-found",
        State.Closed => "not-possible-now",
        State.Adopted when actor.Is(Performer.Editor3) => null,
        State.Adopted or State.Published or State.TakenDown => actor.Is(Performer.Publisher) ? null : "only-publisher",
        State.Waiting => null,
        _ => piece.Claim?.IsHeldBy(actor, now) is true ? null : Guards.Claimed.Code,
    };

    private async Task<long> BytesAsync(Asset asset, string file, CancellationToken ct)
    {
        if (asset.Find(RenditionKind.PosterCandidates) is not { } stills || stills.Resolve(file) is not { } stored)
            throw new RefusedException("poster-gone");
        try
        {
            await using var content = await store.OpenReadAsync(BlobKey.Rendition(asset.Id, stills.Attempt, stored), ct);
            return content.Length;
        }
        catch (BlobMissingException)
        {
            throw new RefusedException("poster-gone");
        }
    }
}
