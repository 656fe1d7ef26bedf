using System.Buffers.Binary;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Writes a rotation into an MP4 as phones do: in the matrix of the first track's header (ISO/IEC 14496-12 §8.3.2). ffmpeg 5.1 has no option for it.</summary>
public static class Turned
{
    private const int MatrixAfterType = 40;

    /// <summary>Makes players turn the picture by a quarter, clockwise.</summary>
    public static Task ByQuarterAsync(string path, CancellationToken ct) => ByAsync(path, 90, ct);

    /// <summary>Makes players turn the picture clockwise by 90, 180 or 270 degrees.</summary>
    public static async Task ByAsync(string path, int degrees, CancellationToken ct)
    {
        var (a, b, c, d) = degrees switch
        {
            90 => (0, 1, -1, 0),
            180 => (-1, 0, 0, -1),
            _ => (0, -1, 1, 0),
        };
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var matrix = bytes.AsSpan(bytes.AsSpan().IndexOf("tkhd"u8) + 4 + MatrixAfterType, 20);
        foreach (var (at, value) in ((int, int)[])[(0, a), (4, b), (12, c), (16, d)])
            BinaryPrimitives.WriteInt32BigEndian(matrix[at..], value * 0x10000);
        await File.WriteAllBytesAsync(path, bytes, ct);
    }
}
