using System.Globalization;

namespace Zhizhuxia.Benchmarks;

/// <summary>How long something took, in milliseconds.</summary>
internal sealed record Percentiles(double P50, double P99)
{
    public static Percentiles Of(IEnumerable<double> took)
    {
        var ordered = took.Order().ToList();
        return new(ordered[ordered.Count / 2], ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * 0.99))]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:F2} ms, p99 {P99:F2} ms");
}
