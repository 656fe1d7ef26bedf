using System.Numerics;

namespace Zhizhuxia.Alike;

/// <summary>
/// What a picture looks like, in 256 bits: the signs of its lowest cosine waves, 8 × 8 of them in each part, <see cref="Low"/> being the broadest.
/// Scaling, re-encoding, brightness and small crops leave most bits as they are; of two unrelated pictures half the bits differ.
/// </summary>
public readonly record struct PictureHash(ulong Low, ulong Right, ulong Down, ulong Far)
{
    /// <summary>Bits that a mirror turns over: waves of an odd number from left to right.</summary>
    private const ulong Odd = 0x5555_5555_5555_5555;

    /// <summary>Bytes as stored.</summary>
    public const int Size = 32;

    /// <summary>The picture seen in a mirror.</summary>
    public PictureHash Mirrored => new(Low ^ Odd, Right ^ Odd, Down ^ Odd, Far ^ Odd);

    /// <summary>The broadest waves, the same for a picture and its mirror image: turned so that the first bit is set.</summary>
    public ulong Unmirrored => (Low & 1) != 0 ? Low : Low ^ Odd;

    /// <summary>How many of the 256 bits differ.</summary>
    public int Distance(PictureHash other) => LowDistance(other)
        + BitOperations.PopCount(Right ^ other.Right) + BitOperations.PopCount(Down ^ other.Down) + BitOperations.PopCount(Far ^ other.Far);

    /// <summary>How many of the 64 broadest differ.</summary>
    public int LowDistance(PictureHash other) => BitOperations.PopCount(Low ^ other.Low);
}
