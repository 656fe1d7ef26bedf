namespace Zhizhuxia.Alike;

/// <summary>Makes the hash of a small grey picture. Pure.</summary>
public static class PictureHasher
{
    /// <summary>Pixels along each edge.</summary>
    public const int Edge = 32;

    /// <summary>Bytes of a picture, one for each pixel, row by row.</summary>
    public const int Bytes = Edge * Edge;

    private const int Waves = 16;

    /// <summary>Standard deviation of grey below which a picture shows nothing: black, white, a plain colour, thick fog.</summary>
    private const double Flat = 2.5;

    private static readonly float[][] Cosines = [.. Enumerable.Range(0, Waves + 1).Select(wave =>
        Enumerable.Range(0, Edge).Select(pixel => (float)Math.Cos(Math.PI * wave * (pixel + 0.5) / Edge)).ToArray())];

    /// <summary>The hash; null for a picture that shows nothing.</summary>
    public static PictureHash? Of(ReadOnlySpan<byte> grey)
    {
        if (IsFlat(grey))
            return null;
        var across = new float[Edge, Waves];
        for (var row = 0; row < Edge; row++)
            for (var wave = 0; wave < Waves; wave++)
                across[row, wave] = Sum(grey.Slice(row * Edge, Edge), Cosines[wave + 1]); // the 0th across is the sky above the ground: the same in every film
        return new(Part(across, 0, 0), Part(across, 8, 0), Part(across, 0, 8), Part(across, 8, 8));
    }

    private static bool IsFlat(ReadOnlySpan<byte> grey)
    {
        long sum = 0, squares = 0;
        foreach (var pixel in grey)
            (sum, squares) = (sum + pixel, squares + pixel * pixel);
        var mean = (double)sum / Bytes;
        return (double)squares / Bytes - mean * mean < Flat * Flat;
    }

    private static float Sum(ReadOnlySpan<byte> pixels, float[] cosines)
    {
        var sum = 0f;
        for (var pixel = 0; pixel < Edge; pixel++)
            sum += pixels[pixel] * cosines[pixel];
        return sum;
    }

    // 8 × 8 waves as four blocks of 4 × 4, so that the first 16 bits are the broadest.
    private static ulong Part(float[,] across, int left, int top)
    {
        var bits = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            var (block, inner) = (bit / 16, bit % 16);
            var (x, y) = (left + block % 2 * 4 + inner % 4, top + block / 2 * 4 + inner / 4);
            var sum = 0f;
            for (var row = 0; row < Edge; row++)
                sum += across[row, x] * Cosines[y][row];
            if (sum > 0)
                bits |= 1UL << bit;
        }
        return bits;
    }
}
