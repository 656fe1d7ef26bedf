namespace Zhizhuxia.Media;

/// <summary>One size of the film in H.264.</summary>
/// <param name="Name">Name of its files, the short edge in pixels, for example <c>720</c>.</param>
/// <param name="Width">Even, square pixels, upright.</param>
/// <param name="Height">Even, square pixels, upright.</param>
/// <param name="Rate">Frames per second.</param>
/// <param name="Crf">x264's constant rate factor.</param>
/// <param name="MaxKilobits">Highest rate in kbit/s; the buffer holds two seconds of it.</param>
public sealed record Rung(string Name, int Width, int Height, OutputRate Rate, int Crf, int MaxKilobits)
{
    private const double TooClose = 0.85;

    /// <summary>Frames between key frames.</summary>
    public int GopFrames { get; init; }

    // Short edge, CRF, kbit/s up to 30 fps, kbit/s up to 60 fps; 0 = no more than 30 fps on this rung. media.md §4
    private static readonly (int Edge, int Crf, int Slow, int Fast)[] Table =
        [(1080, 23, 6000, 9000), (720, 23, 3000, 4500), (480, 23, 1400, 0), (360, 24, 800, 0)];

    /// <summary>
    /// The ladder of a film, largest first: its own size up to 1080, then the steps below it. Nothing is enlarged, and a
    /// step within 15 % of the one above is left out. The short edge decides, so portrait and landscape are alike.
    /// </summary>
    public static IReadOnlyList<Rung> Ladder(VideoTrack video)
    {
        var edges = new List<int> { Math.Min(video.ShortEdge, Table[0].Edge) };
        foreach (var (edge, _, _, _) in Table)
        {
            if (edge <= edges[^1] * TooClose)
                edges.Add(edge);
        }
        var rungs = edges.Select(edge => Of(video, edge)).ToList();
        var slowest = rungs[^1].Rate;
        var gop = KeyGrid.Frames(slowest, LadderPlan.GopSeconds);
        return [.. rungs.Select(rung => rung with { GopFrames = gop * (int)Math.Round(rung.Rate.PerSecond / slowest.PerSecond) })];
    }

    /// <summary>The size editors review: 540 on the short edge, at most 30 fps.</summary>
    public static Rung Proxy(VideoTrack video)
    {
        var edge = Math.Min(video.ShortEdge, 540);
        var (width, height) = Size(video, edge);
        var rate = OutputRate.For(video, 30);
        return new Rung("proxy", width, height, rate, 26, 1800) { GopFrames = KeyGrid.Frames(rate, 1) };
    }

    /// <summary>Even size with this short edge, as close to the film's shape as even numbers allow.</summary>
    public static (int Width, int Height) Size(VideoTrack video, int shortEdge)
    {
        var scale = Math.Min(1, (double)shortEdge / Math.Max(1, video.ShortEdge));
        return (Even(video.DisplayWidth * scale), Even(video.DisplayHeight * scale));
    }

    private static Rung Of(VideoTrack video, int edge)
    {
        var row = Table.Last(row => row.Edge >= edge);
        var rate = OutputRate.For(video, row.Fast > 0 ? 60 : 30);
        var area = (double)edge * edge / ((double)row.Edge * row.Edge);
        var (width, height) = Size(video, edge);
        var kilobits = (rate.PerSecond > 31 ? row.Fast : row.Slow) * Math.Max(0.2, area);
        return new Rung(edge.ToString(System.Globalization.CultureInfo.InvariantCulture), width, height, rate, row.Crf, (int)kilobits);
    }

    private static int Even(double edge) => Math.Max(2, (int)Math.Round(edge / 2) * 2);
}
