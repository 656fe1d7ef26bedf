using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>Reads what the ebur128 filter has measured from its lines <c>key=value</c>; the last of each counts, for it covers the whole film.</summary>
public sealed class LoudnessReader
{
    private const double PeakFloorDbtp = -60; // printed with three decimals
    private double? _integrated;
    private double? _peak;
    private double? _range;

    /// <summary>Takes one line in.</summary>
    public void Read(ReadOnlySpan<char> line)
    {
        _integrated = Value(line, "lavfi.r128.I=") ?? _integrated;
        _peak = Value(line, "lavfi.r128.true_peak=") ?? _peak;
        _range = Value(line, "lavfi.r128.LRA=") ?? _range;
    }

    /// <summary>The film's loudness; null when nothing was measured.</summary>
    public Loudness? Finish() => _integrated is { } integrated
        ? new Loudness(Math.Clamp(integrated, Loudness.Nothing, 20), Decibels(_peak ?? 0), Math.Clamp(_range ?? 0, 0, 100))
        : null;

    // The peak is a factor: 1 is full scale.
    private static double Decibels(double factor) =>
        factor > 0 ? Math.Round(Math.Clamp(20 * Math.Log10(factor), PeakFloorDbtp, 20), 2) : PeakFloorDbtp;

    private static double? Value(ReadOnlySpan<char> line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) && double.TryParse(line[key.Length..], CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
}
