using System.Numerics;

namespace Zhizhuxia.Alike;

/// <summary>The fast Fourier transform (Cooley and Tukey, radix 2), in place.</summary>
internal static class Spectrum
{
    /// <param name="wave">A power of two long.</param>
    public static void Transform(Complex[] wave)
    {
        Reorder(wave);
        for (var size = 2; size <= wave.Length; size *= 2)
        {
            var turn = Complex.FromPolarCoordinates(1, -2 * Math.PI / size);
            for (var start = 0; start < wave.Length; start += size)
                Join(wave.AsSpan(start, size), turn);
        }
    }

    private static void Join(Span<Complex> part, Complex turn)
    {
        var (half, factor) = (part.Length / 2, Complex.One);
        for (var at = 0; at < half; at++)
        {
            var odd = part[at + half] * factor;
            (part[at], part[at + half]) = (part[at] + odd, part[at] - odd);
            factor *= turn;
        }
    }

    private static void Reorder(Complex[] wave)
    {
        for (int at = 1, reversed = 0; at < wave.Length; at++)
        {
            var bit = wave.Length >> 1;
            for (; (reversed & bit) != 0; bit >>= 1)
                reversed ^= bit;
            reversed ^= bit;
            if (at < reversed)
                (wave[at], wave[reversed]) = (wave[reversed], wave[at]);
        }
    }
}
