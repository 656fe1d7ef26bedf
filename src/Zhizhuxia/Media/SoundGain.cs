namespace Zhizhuxia.Media;

/// <summary>How much a film's sound is raised or lowered, so that one is as loud as the next. Pure.</summary>
public static class SoundGain
{
    /// <summary>Where all films go (EBU R 128 for the web).</summary>
    public const double TargetLufs = -16;

    private const double HighestPeakDbtp = -1.5;
    private const double MostBoostDecibels = 12;
    private const double NotWorthDecibels = 1;
    private const double SilenceLufs = -60;

    /// <summary>
    /// One linear gain for the whole film, which is what two-pass linear loudnorm does: never so much that a peak clips,
    /// and nothing for a film that is within one LU or silent.
    /// </summary>
    /// <param name="loudness">As measured over the whole track; null when there is nothing to measure.</param>
    /// <returns>Decibels; 0 leaves the sound as it is.</returns>
    public static double For(Loudness? loudness)
    {
        if (loudness is null || loudness.IntegratedLufs < SilenceLufs)
            return 0;
        var wanted = Math.Min(TargetLufs - loudness.IntegratedLufs, MostBoostDecibels);
        if (wanted > 0)
            wanted = Math.Min(wanted, Math.Max(0, HighestPeakDbtp - loudness.TruePeakDbtp));
        return Math.Abs(wanted) <= NotWorthDecibels ? 0 : Math.Round(wanted, 2);
    }
}
