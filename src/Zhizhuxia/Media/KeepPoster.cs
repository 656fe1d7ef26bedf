using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Makes the first still of a film and puts it into the store.</summary>
public sealed class KeepPoster(PosterMaker posters, PortalDb db, IBlobStore store, IOptions<StorageOptions> storage)
{
    /// <summary>Makes and stores it under the attempt's name.</summary>
    /// <returns>Null when no picture came out.</returns>
    public async Task<Rendition?> RunAsync(Asset asset, VideoFacts facts, string inputPath, JobContext job, CancellationToken ct)
    {
        using var folder = JobFolder.Open(storage, job);
        if (await posters.MakeAsync(facts, inputPath, folder.Path, ct) is not { } poster)
            return null;
        var bytes = await new RenditionShelf(db, store).StoreAsync(asset.Id, job.Attempt, poster, ct);
        var (width, height) = Rung.Size(facts.Video, PosterPlan.ShortEdge);
        return new Rendition(RenditionKind.Poster, job.Attempt, PosterPlan.FileName, [PosterPlan.FileName], width, height, bytes);
    }
}
