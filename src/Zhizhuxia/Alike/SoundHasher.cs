using System.Numerics;

namespace Zhizhuxia.Alike;

/// <summary>
/// Makes hashes of a sound, eight a second: for each pair of neighbouring bands, whether the lower is louder than it mostly is around
/// that moment, beside the upper. Volume, equalising and low bit rates leave most bits as they are. Pure.
/// </summary>
public sealed class SoundHasher
{
    /// <summary>Samples a second, one channel of 16 bits.</summary>
    public const int Rate = 6000;

    /// <summary>Hashes a second.</summary>
    public const int PerSecond = 8;

    private const int Step = Rate / PerSecond;
    private const int Window = 2048;
    private const int Bands = 33;
    private const double LowestHertz = 300;
    private const double HighestHertz = 2400;

    /// <summary>Frames to each side that a band is compared with.</summary>
    private const int Around = 8;

    /// <summary>Mean square of samples from -1 to 1 below which there is silence.</summary>
    private const double Silence = 1e-7;

    private static readonly double[] Bell = [.. Enumerable.Range(0, Window).Select(at => 0.5 - 0.5 * Math.Cos(2 * Math.PI * at / Window))];
    private static readonly int[] Edges = [.. Enumerable.Range(0, Bands + 1).Select(band =>
        (int)Math.Round(LowestHertz * Math.Pow(HighestHertz / LowestHertz, (double)band / Bands) * Window / Rate))];

    private readonly List<float[]?> _contrasts = [];
    private readonly double[] _kept = new double[Window];
    private int _filled;

    /// <summary>Takes the next samples.</summary>
    public void Add(ReadOnlySpan<short> samples)
    {
        foreach (var sample in samples)
        {
            _kept[_filled++] = sample / 32768.0;
            if (_filled < Window)
                continue;
            _contrasts.Add(Contrasts());
            Array.Copy(_kept, Step, _kept, 0, Window - Step);
            _filled = Window - Step;
        }
    }

    /// <summary>The hashes; null where there is silence.</summary>
    public IReadOnlyList<uint?> Finish()
    {
        var hashes = new uint?[_contrasts.Count];
        for (var at = 0; at < hashes.Length; at++)
            hashes[at] = _contrasts[at] is { } now ? Bits(now, at) : null;
        return hashes;
    }

    private uint Bits(float[] now, int at)
    {
        var mean = new float[Bands - 1];
        var count = 0;
        for (var near = Math.Max(0, at - Around); near <= Math.Min(_contrasts.Count - 1, at + Around); near++)
        {
            if (_contrasts[near] is not { } other)
                continue;
            count++;
            for (var band = 0; band < mean.Length; band++)
                mean[band] += other[band];
        }
        var bits = 0u;
        for (var band = 0; band < mean.Length; band++)
            if (now[band] > mean[band] / count)
                bits |= 1u << band;
        return bits;
    }

    private float[]? Contrasts()
    {
        var wave = new Complex[Window];
        var power = 0.0;
        for (var at = 0; at < Window; at++)
        {
            wave[at] = _kept[at] * Bell[at];
            power += _kept[at] * _kept[at];
        }
        if (power / Window < Silence)
            return null;
        Spectrum.Transform(wave);
        var loud = new double[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var sum = 1e-9;
            for (var line = Edges[band]; line < Math.Max(Edges[band + 1], Edges[band] + 1); line++)
                sum += wave[line].Real * wave[line].Real + wave[line].Imaginary * wave[line].Imaginary;
            loud[band] = Math.Log(sum);
        }
        return [.. Enumerable.Range(0, Bands - 1).Select(band => (float)(loud[band] - loud[band + 1]))];
    }
}
