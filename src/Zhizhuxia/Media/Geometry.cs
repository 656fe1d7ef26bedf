using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>How a coded picture is to be seen. Pure.</summary>
/// <param name="Width">Display width in square pixels, upright.</param>
/// <param name="Height">Display height in square pixels, upright.</param>
/// <param name="PixelAspect">Width of a pixel ÷ its height.</param>
/// <param name="RotationDegrees">Clockwise: 0, 90, 180 or 270.</param>
/// <param name="IsMirrored">The display matrix mirrors.</param>
/// <param name="IgnoreRotation">The matrix is nonsense or a slant; it is not followed.</param>
public sealed record Geometry(int Width, int Height, double PixelAspect, int RotationDegrees, bool IsMirrored, bool IgnoreRotation)
{
    private const double SlantTolerance = 1;

    /// <summary>Display size = coded size × pixel aspect, swapped when turned by a quarter.</summary>
    public static Geometry Of(ProbeTrack stream)
    {
        // ffprobe counts counter-clockwise.
        var clockwise = ((-stream.Rotation % 360) + 360) % 360;
        var quarter = (int)Math.Round(clockwise / 90) * 90;
        var ignored = Math.Abs(clockwise - quarter) > SlantTolerance;
        var rotation = ignored ? 0 : quarter % 360;
        var aspect = JsonFields.Ratio(stream.SampleAspectRatio) is >= 0.125 and <= 8 and var known ? known : 1;
        var width = (int)Math.Round(stream.Width * aspect);
        return rotation is 90 or 270
            ? new Geometry(stream.Height, width, aspect, rotation, Mirrors(stream.DisplayMatrix), ignored)
            : new Geometry(width, stream.Height, aspect, rotation, Mirrors(stream.DisplayMatrix), ignored);
    }

    // ffprobe prints three lines "0000000n: a b u"; the determinant of the upper left 2 × 2 is negative for a mirror.
    private static bool Mirrors(string matrix)
    {
        var rows = matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        if (rows.Length < 2 || rows[0].Length < 2 || rows[1].Length < 2)
            return false;
        return Cell(rows[0][0]) * Cell(rows[1][1]) - Cell(rows[0][1]) * Cell(rows[1][0]) < 0;
    }

    private static double Cell(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var cell) ? cell : 0;
}
