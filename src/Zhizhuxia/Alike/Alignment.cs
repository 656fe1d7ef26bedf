namespace Zhizhuxia.Alike;

/// <summary>Where one film lies in another, and how much of what they share is the same.</summary>
/// <param name="OffsetSeconds">A moment of the first film plus this is the same moment of the second.</param>
/// <param name="SharedSeconds">How much of both is the same there.</param>
/// <param name="Share">The same, as a part of what there is to see or hear in the overlap: 0 to 1.</param>
/// <param name="IsMirrored">One is the other's mirror image.</param>
/// <param name="IsStrong">So much is the same that a person must say what it means.</param>
public sealed record Alignment(double OffsetSeconds, double SharedSeconds, double Share, bool IsMirrored, bool IsStrong);
