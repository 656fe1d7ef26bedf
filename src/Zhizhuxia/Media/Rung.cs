namespace Zhizhuxia.Media;

/// <summary>One size of the film in H.264.</summary>
/// <param name="Name">Name of its files, the short edge in pixels, for example <c>720</c>.</param>
/// <param name="Width">Even, square pixels, upright.</param>
/// <param name="Height">Even, square pixels, upright.</param>
/// <param name="Rate">Frames per second.</param>
/// <param name="Crf">x264's constant rate factor.</param>
/// <param name="MaxKilobits">Highest rate in kbit/s; the buffer holds two seconds of it.</param>
public sealed record Rung(string Name, int Width, int Height, OutputRate Rate, double Crf, int MaxKilobits)
{
    private const double TooClose = 0.85;

    // Beyond this many times its own rate a film gains nothing but bytes, nor beyond the most it has itself in two seconds, which the buffer holds;
    // in a thriftier codec it says twice as much with each of them.
    private const double Headroom = 1.5;
    private const double Thrift = 2;
    private static readonly string[] Thrifty = ["hevc", "vp9", "av1"];

    // The ceiling is never lower than this share of the table's: a key frame every two seconds must not look worse than what is between them.
    private const double LeastShare = 1.0 / 3;

    /// <summary>Frames between key frames.</summary>
    public int GopFrames { get; init; }

    /// <summary>Highest average in kbit/s at which a film's own picture may go out as this size.</summary>
    public int CopyKilobits { get; init; }

    // Short edge, CRF, kbit/s at up to 30 fps, the same for a copied picture, highest frame rate. Up to 60 fps have half as much again. Departs from media.md §4:
    // what the encoder weighs (LadderPlan) makes more bytes at one CRF, and with 6000 instead of 7000 the top of a phone film is less like it than PeerTube's.
    private static readonly (int Edge, double Crf, int Kilobits, int CopyKilobits, int HighestRate)[] Table =
        [(1080, 23.3, 7000, 8000, 60), (720, 23.6, 3000, 4000, 60), (480, 23.6, 1400, 1866, 30), (360, 24.6, 800, 1066, 30)];

    /// <summary>
    /// The ladder of a film, largest first: its own size up to 1080, then the steps below it. Nothing is enlarged, and a
    /// step within 15 % of the one above is left out. The short edge decides, so portrait and landscape are alike.
    /// </summary>
    public static IReadOnlyList<Rung> Ladder(VideoTrack video)
    {
        var edges = new List<int> { Math.Min(video.ShortEdge, Table[0].Edge) };
        foreach (var edge in Table.Select(row => row.Edge))
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
        var rate = OutputRate.For(video, row.HighestRate);
        var share = Math.Max(0.2, (double)edge * edge / ((double)row.Edge * row.Edge)) * (rate.PerSecond > 31 ? 1.5 : 1);
        var (width, height) = Size(video, edge);
        var name = edge.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Rung(name, width, height, rate, row.Crf, Limited(video, row.Kilobits * share)) { CopyKilobits = (int)(row.CopyKilobits * share) };
    }

    private static int Limited(VideoTrack video, double kilobits)
    {
        if (video.BitsPerSecond <= 0)
            return (int)kilobits;
        var enough = Math.Max(video.BitsPerSecond * Headroom, video.PeakBitsPerSecond) * (Thrifty.Contains(video.Codec) ? Thrift : 1) / 1000;
        return (int)Math.Clamp(enough, kilobits * LeastShare, kilobits);
    }

    private static int Even(double edge) => Math.Max(2, (int)Math.Round(edge / 2) * 2);
}
