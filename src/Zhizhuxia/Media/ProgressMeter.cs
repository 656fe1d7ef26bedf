using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>Reads ffmpeg's <c>-progress</c> lines as a share of the film.</summary>
internal sealed class ProgressMeter(double durationSeconds, Action<double>? progress)
{
    private const string TimeKey = "out_time_us=";

    /// <summary>Takes one line in; only <c>out_time_us</c> counts, which some ffmpegs print as N/A at first.</summary>
    public void ReadLine(ReadOnlyMemory<char> line)
    {
        if (progress is null || !line.Span.StartsWith(TimeKey))
            return;
        if (long.TryParse(line.Span[TimeKey.Length..], CultureInfo.InvariantCulture, out var microseconds))
            progress(Math.Clamp(microseconds / 1e6 / Math.Max(0.001, durationSeconds), 0, 1));
    }
}
