using System.Buffers.Binary;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Writes a rotation into an MP4 as phones do: in the matrix of the first track's header (ISO/IEC 14496-12 §8.3.2). ffmpeg 5.1 has no option for it.</summary>
public static class Turned
{
    private const int MatrixAfterType = 40;

    /// <summary>Makes players turn the picture by a quarter, clockwise.</summary>
    public static async Task ByQuarterAsync(string path, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + MatrixAfterType, 16);
        foreach (var (at, value) in ((int, int)[])[(0, 0), (4, 0x10000), (8, 0), (12, -0x10000)])
            BinaryPrimitives.WriteInt32BigEndian(matrix[at..], value);
        await File.WriteAllBytesAsync(path, bytes, ct);
    }
}
