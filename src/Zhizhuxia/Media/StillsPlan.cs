using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>
/// Stills for a cover: the film is cut into some windows of equal length and a few stills are taken in each; the best of
/// each window becomes a candidate. At equal quality the still with most detail makes the largest JPEG, so that black,
/// washed-out and blurred ones fall behind without being measured. Pure.
/// </summary>
/// <param name="Windows">Candidates wanted.</param>
/// <param name="Samples">Stills taken.</param>
/// <param name="IntervalSeconds">Time between stills; the first lies half of it into the film.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record StillsPlan(int Windows, int Samples, double IntervalSeconds, int Width, int Height)
{
    /// <summary>How ffmpeg names the stills, from 1 on.</summary>
    public const string Pattern = "still-%d.jpg";

    private const int MostWindows = 6;
    private const int PerWindow = 3;
    private const double ShortestWindow = 0.5;

    /// <summary>The plan for a film.</summary>
    public static StillsPlan For(VideoTrack video)
    {
        var windows = (int)Math.Clamp(video.ShownSeconds / ShortestWindow, 1, MostWindows);
        var samples = Math.Min(windows * PerWindow, Math.Max(1, video.Frames));
        var (width, height) = Rung.Size(video, PosterPlan.ShortEdge);
        return new StillsPlan(Math.Min(windows, samples), samples, video.ShownSeconds / samples, width, height);
    }

    /// <summary>Name of a still, counted from 0.</summary>
    public static string File(int sample) => string.Create(CultureInfo.InvariantCulture, $"still-{sample + 1}.jpg");

    /// <summary>The best still of each window, in the order of time; of windows that are all black none, unless the whole film is.</summary>
    /// <param name="bytes">Size of each still that came out, in order.</param>
    /// <param name="marks">Where the film is black.</param>
    public IReadOnlyList<PosterCandidate> Choose(IReadOnlyList<long> bytes, IReadOnlyList<Mark> marks)
    {
        var stills = bytes.Take(Samples)
            .Select((size, sample) => (Size: size, At: (sample + 0.5) * IntervalSeconds, Window: sample * Windows / Samples, Sample: sample)).ToList();
        var seen = stills.Where(still => !marks.Any(mark => mark.Kind is MarkKind.Black && mark.Covers(still.At))).ToList();
        return [.. (seen.Count > 0 ? seen : stills.Take(1)).GroupBy(still => still.Window)
            .Select(window => window.MaxBy(still => still.Size))
            .Select(best => new PosterCandidate(File(best.Sample), Math.Round(best.At, 3)))];
    }
}
