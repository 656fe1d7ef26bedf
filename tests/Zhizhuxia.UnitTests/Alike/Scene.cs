using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

/// <summary>A drawn scene: blobs, large and small, that wander, so that any part of it can be looked at, at any moment.</summary>
internal sealed class Scene
{
    private readonly (double X, double Y, double Size, double Grey, double Right, double Down)[] _blobs;

    public Scene(int seed)
    {
        var dice = new Random(seed);
        _blobs = [.. Enumerable.Range(0, 90).Select(blob => (
            dice.NextDouble(), dice.NextDouble(), blob < 20 ? 0.08 + 0.2 * dice.NextDouble() : 0.02 + 0.03 * dice.NextDouble(), dice.NextDouble() - 0.5, 0.2 * (dice.NextDouble() - 0.5), 0.2 * (dice.NextDouble() - 0.5)))];
    }

    /// <summary>What a hash is made of.</summary>
    /// <param name="seconds">When.</param>
    /// <param name="crop">Share that is cut off at each edge.</param>
    /// <param name="light">Added to each pixel.</param>
    /// <param name="noise">Grain, up to so much each way.</param>
    public byte[] Picture(double seconds, double crop = 0, double light = 0, int noise = 0, bool mirrored = false)
    {
        var dice = new Random((int)(seconds * 1000));
        var picture = new byte[PictureHasher.Bytes];
        for (var at = 0; at < picture.Length; at++)
        {
            var (x, y) = ((at % PictureHasher.Edge + 0.5) / PictureHasher.Edge, (at / PictureHasher.Edge + 0.5) / PictureHasher.Edge);
            var grey = Grey(crop + (1 - 2 * crop) * (mirrored ? 1 - x : x), crop + (1 - 2 * crop) * y, seconds);
            picture[at] = (byte)Math.Clamp(grey + light + dice.Next(-noise, noise + 1), 0, 255);
        }
        return picture;
    }

    public IReadOnlyList<PictureHash?> Film(double from, double seconds, double crop = 0, bool mirrored = false) =>
        [.. Enumerable.Range(0, (int)(seconds * FilmPrint.PicturesPerSecond)).Select(at =>
            PictureHasher.Of(Picture(from + (double)at / FilmPrint.PicturesPerSecond, crop, noise: 3, mirrored: mirrored)))];

    private double Grey(double x, double y, double seconds)
    {
        var sum = 0.0;
        foreach (var blob in _blobs)
        {
            var (dx, dy) = (x - blob.X - blob.Right * seconds, y - blob.Y - blob.Down * seconds);
            sum += blob.Grey * Math.Exp(-(dx * dx + dy * dy) / (2 * blob.Size * blob.Size));
        }
        return 120 + 160 * sum;
    }
}
