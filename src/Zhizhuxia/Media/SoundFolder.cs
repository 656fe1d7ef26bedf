using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Makes a film's sound alone in a folder.</summary>
public sealed class SoundFolder(PatientTranscode transcode, MeasureLoudness loudness, IOptions<MediaOptions> options)
{
    /// <summary>Measures, then encodes and verifies.</summary>
    /// <returns>The plan that was carried out.</returns>
    /// <exception cref="TranscodeFailedException">What came out is not as planned.</exception>
    public async Task<TranscodePlan> MakeAsync(
        Commission commission, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        var gain = SoundGain.For(Loudness.Of(commission.Asset) ?? await loudness.RunAsync(commission.Facts, inputPath, ct));
        var plan = RangePlan.Sound(commission.Facts, commission.Order with { GainDecibels = gain }, options.Value);
        await transcode.RunAsync(plan, inputPath, folder, beat, ct);
        return plan;
    }
}
