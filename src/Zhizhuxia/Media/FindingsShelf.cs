using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>Moves the files that findings name into the store; the stills that were not chosen stay behind and go with the job's folder.</summary>
internal sealed class FindingsShelf(RenditionShelf shelf, Guid assetId, long attempt, string folder)
{
    /// <summary>Stores them.</summary>
    /// <returns>The renditions to be published with the findings.</returns>
    public async Task<IReadOnlyList<Rendition>> StoreAsync(VideoTrack video, ReviewFindings findings, CancellationToken ct)
    {
        var made = new List<Rendition>();
        if (findings.Storyboard is { } board)
        {
            IReadOnlyList<string> files = [Storyboard.FileName, .. Enumerable.Range(1, board.Sheets).Select(Storyboard.Sheet)];
            made.Add(await MoveAsync(RenditionKind.Storyboard, files, board.TileWidth, board.TileHeight, ct));
        }
        if (findings.PosterCandidates.Count > 0)
        {
            var stills = StillsPlan.For(video);
            made.Add(await MoveAsync(RenditionKind.PosterCandidates, [.. findings.PosterCandidates.Select(still => still.File)], stills.Width, stills.Height, ct));
        }
        return made;
    }

    private async Task<Rendition> MoveAsync(RenditionKind kind, IReadOnlyList<string> files, int width, int height, CancellationToken ct)
    {
        long bytes = 0;
        foreach (var file in files)
            bytes += await shelf.MoveAsync(assetId, attempt, Path.Combine(folder, file), ct);
        return new Rendition(kind, attempt, files[0], files, width, height, bytes);
    }
}
