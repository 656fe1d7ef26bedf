using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>The files an editor may watch: those of pieces that have come in, asked of the database each time.</summary>
public sealed class DeskFiles(PortalDb db)
{
    /// <summary>The original, once it is in the store; null otherwise.</summary>
    public async Task<(BlobKey Key, string Name, bool Playable)?> OriginalAsync(Guid assetId, CancellationToken ct) =>
        await FindAsync(assetId, ct) is { Stored: true, State: not AssetState.Purged } asset
            ? (BlobKey.Original(assetId), asset.FileName, asset.PlayableInBrowser)
            : null;

    /// <summary>A file of a rendition of the given kind, named in the row; null for everything else.</summary>
    /// <param name="file">Null: the rendition's entry.</param>
    public async Task<BlobKey?> MadeAsync(Guid assetId, RenditionKind kind, string? file, CancellationToken ct)
    {
        if (await FindAsync(assetId, ct) is not { State: not AssetState.Purged } asset || asset.Find(kind) is not { } made)
            return null;
        return made.Resolve(file ?? made.Entry) is { } stored ? BlobKey.Rendition(assetId, made.Attempt, stored) : null;
    }

    private Task<Asset?> FindAsync(Guid assetId, CancellationToken ct) => db.Assets.AsNoTracking()
        .Where(asset => db.Submissions.Any(piece => piece.Id == asset.SubmissionId && piece.State != State.Draft))
        .SingleOrDefaultAsync(asset => asset.Id == assetId, ct);
}
