namespace Zhizhuxia.Media;

/// <summary>How loud a sound track is (ITU-R BS.1770-4), measured over its whole length.</summary>
/// <param name="IntegratedLufs">Integrated loudness.</param>
/// <param name="TruePeakDbtp">Highest true peak of any channel.</param>
/// <param name="RangeLu">Loudness range.</param>
public sealed record Loudness(double IntegratedLufs, double TruePeakDbtp, double RangeLu);
