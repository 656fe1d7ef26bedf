using System.Diagnostics;
using System.Globalization;

namespace Zhizhuxia.Benchmarks;

/// <summary>What many connections measured in one stretch.</summary>
/// <param name="PerSecond">Answers.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99)
{
    /// <summary>Asks on all connections until the time is over.</summary>
    /// <param name="request">A request that has not been sent before, for this connection.</param>
    /// <param name="expected">Any other answer ends the measurement.</param>
    public static async Task<LoadResult> MeasureAsync(
        Uri server, int connections, TimeSpan time, Func<ReadOnlyMemory<byte>> request, int expected, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(server, clock, time, request, expected, ct), ct)));
        var seconds = clock.Elapsed.TotalSeconds;
        var all = each.SelectMany(took => took).Order().ToList();
        return new(all.Count / seconds, Percentile(all, 0.5), Percentile(all, 0.99));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:F0} a second, p50 {P50:F1} ms, p99 {P99:F1} ms");

    private static async Task<List<double>> AskAsync(Uri server, Stopwatch clock, TimeSpan time, Func<ReadOnlyMemory<byte>> request, int expected, CancellationToken ct)
    {
        using var connection = await LoadConnection.OpenAsync(server, ct);
        List<double> took = [];
        while (clock.Elapsed < time)
        {
            var bytes = request();
            var began = Stopwatch.GetTimestamp();
            var status = await connection.AskAsync(bytes, ct);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (status != expected)
                throw new InvalidOperationException($"{status} came, not {expected}");
        }
        return took;
    }

    private static double Percentile(List<double> ordered, double share) => ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * share))];
}
