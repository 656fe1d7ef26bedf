using System.Numerics;

namespace Zhizhuxia.Publishing;

/// <summary>Takes the codewords out of a square of modules: ISO/IEC 18004, sections 7.3.3 to 7.9 backwards, versions 1 to 10.</summary>
internal static class QrMatrix
{
    private const int FormatMask = 0b101_0100_0001_0010;
    private const int FormatGenerator = 0b101_0011_0111;

    /// <summary>Centres of the alignment patterns beside the first, which is at 6. Index: version.</summary>
    private static readonly int[][] _alignment =
        [[], [], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

    /// <summary>The data codewords in their order, checked against their error correction codewords.</summary>
    public static byte[] ReadCodewords(bool[,] modules, out int version)
    {
        var size = modules.GetLength(0);
        version = (size - 17) / 4;
        if (size != modules.GetLength(1) || size != 17 + (4 * version) || version is < 1 or > 10)
            throw new QrCodeException($"{size} × {modules.GetLength(1)} modules are not a code of version 1 to 10.");

        var (level, mask) = ReadFormat(modules);
        var bits = ReadBits(modules, version, mask);
        var codewords = new byte[bits.Count / 8]; // up to 7 remainder bits are left out
        for (var i = 0; i < codewords.Length * 8; i++)
            codewords[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        return QrBlocks.Separate(codewords, version, level);
    }

    /// <summary>The format information beside the top left finder: level (L 1, M 0, Q 3, H 2) and mask.</summary>
    private static (int Level, int Mask) ReadFormat(bool[,] modules)
    {
        var read = 0;
        for (var i = 0; i < 15; i++)
            read |= (FormatModule(modules, i) ? 1 : 0) << (14 - i);
        for (var data = 0; data < 32; data++)
        {
            if ((Format(data) ^ FormatMask) == read)
                return (data >> 3, data & 7);
        }

        throw new QrCodeException("The format information is damaged.");
    }

    private static bool FormatModule(bool[,] modules, int i)
    {
        if (i < 6)
            return modules[8, i];
        if (i < 8)
            return modules[8, i + 1];
        return i == 8 ? modules[7, 8] : modules[14 - i, 8];
    }

    /// <summary>Five bits and the ten bits of their BCH code.</summary>
    private static int Format(int data)
    {
        var rest = data << 10;
        while (rest >= 1 << 10)
            rest ^= FormatGenerator << (BitOperations.Log2((uint)rest) - 10);
        return (data << 10) | rest;
    }

    /// <summary>Pairs of columns from the right, upwards and downwards in turn, unmasked.</summary>
    private static List<bool> ReadBits(bool[,] modules, int version, int mask)
    {
        var size = modules.GetLength(0);
        var bits = new List<bool>();
        var upwards = true;
        for (var right = size - 1; right > 0; right -= 2, upwards = !upwards)
        {
            if (right == 6)
                right--; // the timing column belongs to no pair
            for (var step = 0; step < size; step++)
            {
                var row = upwards ? size - 1 - step : step;
                for (var column = right; column >= right - 1; column--)
                {
                    if (!IsFunction(row, column, version))
                        bits.Add(modules[row, column] ^ IsMasked(mask, row, column));
                }
            }
        }

        return bits;
    }

    private static bool IsFunction(int row, int column, int version)
    {
        var size = 17 + (4 * version);
        var corners = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9);
        var timing = row == 6 || column == 6;
        var versionInformation = version >= 7
            && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
        return corners || timing || versionInformation || IsAlignment(row, column, version);
    }

    private static bool IsAlignment(int row, int column, int version)
    {
        var centres = _alignment[version];
        var last = centres.LastOrDefault();
        return Array.Exists(centres, y => Near(row, y) && (Array.Exists(centres, x => Near(column, x)) || (Near(column, 6) && y != last)))
            || (Near(row, 6) && Array.Exists(centres, x => x != last && Near(column, x)));
    }

    private static bool Near(int position, int centre) => Math.Abs(position - centre) <= 2;

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };
}
