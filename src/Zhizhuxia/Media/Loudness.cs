using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>How loud the chosen sound track is as a whole, measured on its 48 kHz stereo mix by EBU R 128 while the proxy was made.</summary>
/// <param name="IntegratedLufs">Programme loudness in LUFS; <see cref="Nothing"/> when there is nothing to hear, or less than 0.4 s of it.</param>
/// <param name="TruePeakDbtp">Highest true peak in dBTP.</param>
/// <param name="RangeLu">Loudness range in LU.</param>
public sealed record Loudness(double IntegratedLufs, double TruePeakDbtp, double RangeLu)
{
    /// <summary>The meter's floor: silence. Never to be raised.</summary>
    public const double Nothing = -70;

    /// <summary>What the row knows of it; null while there is no proxy yet, and for a film without sound.</summary>
    public static Loudness? Of(Asset asset) => ReviewFindings.Of(asset)?.Loudness;
}
