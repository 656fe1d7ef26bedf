using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Makes the still of a film.</summary>
public sealed class PosterMaker(Transcode transcode, IOptions<MediaOptions> options)
{
    /// <summary>Makes the poster.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="inputPath">Its file.</param>
    /// <param name="folder">Where to put it.</param>
    /// <returns>Full path of the JPEG; null when no picture came out, which is no reason to refuse a film.</returns>
    /// <exception cref="MachineAtFaultException">The machine did not get it done.</exception>
    public async Task<string?> MakeAsync(VideoFacts facts, string inputPath, string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, PosterPlan.FileName);
        foreach (var fromStart in (bool[])[false, true])
        {
            (await transcode.RunAsync(PosterPlan.For(facts, options.Value, fromStart), inputPath, folder, null, ct)).End.Credible();
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
                return path;
        }
        return null;
    }
}
