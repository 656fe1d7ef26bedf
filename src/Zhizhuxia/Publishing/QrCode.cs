using System.Globalization;
using System.Text;
using QRCoder;

namespace Zhizhuxia.Publishing;

/// <summary>A QR code (ISO/IEC 18004) of error correction level M: a square of modules, without its quiet zone.</summary>
public sealed class QrCode
{
    /// <summary>Modules of white on every side; the standard demands four.</summary>
    public const int QuietZone = 4;

    /// <summary>The largest version that newsprint carries at 20–22 mm with modules of at least 0.5 mm.</summary>
    public const int LargestPrintedVersion = 3;

    private readonly bool[,] _modules;

    private QrCode(bool[,] modules, int version) => (_modules, Version) = (modules, version);

    /// <summary>1 to 40.</summary>
    public int Version { get; }

    /// <summary>Modules per side: 17 + 4 × version.</summary>
    public int Size => _modules.GetLength(0);

    /// <summary>A copy, indexed row then column from the top left; true is black.</summary>
    public bool[,] Modules => (bool[,])_modules.Clone();

    /// <summary>Makes the smallest code that holds <paramref name="text"/>. Capitals, digits and <c>$%*+-./:</c> alone make it smaller.</summary>
    public static QrCode Of(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var size = rows.Count - (2 * QuietZone); // QRCoder draws the quiet zone itself
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
            for (var column = 0; column < size; column++)
                modules[row, column] = rows[row + QuietZone][column + QuietZone];
        return new QrCode(modules, data.Version);
    }

    /// <summary>Makes the code that goes to print, and reads it back.</summary>
    /// <exception cref="QrCodeException">The address needs a larger version than newsprint carries, or does not read back.</exception>
    public static QrCode ForPrint(string address)
    {
        var code = Of(address);
        if (code.Version > LargestPrintedVersion)
            throw new QrCodeException($"{address.Length} characters need version {code.Version}; print carries {LargestPrintedVersion}.");
        if (Read(code._modules) != address)
            throw new QrCodeException("The code does not read back as its address.");
        return code;
    }

    /// <summary>The code of <paramref name="text"/> as SVG, for a page.</summary>
    public static string Svg(string text) => Of(text).ToSvg(0.6);

    /// <summary>Reads a code without its quiet zone, of versions 1 to 10 and any level.</summary>
    /// <exception cref="QrCodeException">Not such a code, or damaged: nothing is corrected.</exception>
    public static string Read(bool[,] modules)
    {
        var codewords = QrMatrix.ReadCodewords(modules, out var version);
        return QrText.Decode(codewords, version);
    }

    /// <summary>Pure black on white with its quiet zone, one path, no border between modules.</summary>
    /// <param name="moduleMillimetres">Side of one module; 0.5 or more for newsprint.</param>
    public string ToSvg(double moduleMillimetres)
    {
        var side = Size + (2 * QuietZone);
        var width = (side * moduleMillimetres).ToString("0.###", CultureInfo.InvariantCulture);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{width}mm" """);
        svg.Append(CultureInfo.InvariantCulture, $"""viewBox="0 0 {side} {side}" shape-rendering="crispEdges" role="img" aria-label="二维码">""");
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d="{Path()}"/></svg>""");
        return svg.ToString();
    }

    /// <summary>One rectangle per run of black modules in a row.</summary>
    private StringBuilder Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                var start = column;
                while (column < Size && _modules[row, column])
                    column++;
                if (column > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start + QuietZone} {row + QuietZone}h{column - start}v1h-{column - start}z");
            }
        }

        return path;
    }
}
