namespace Zhizhuxia.Publishing;

/// <summary>Separates interleaved codewords into their blocks and checks each: ISO/IEC 18004, table 9 and section 7.6, versions 1 to 10.</summary>
internal static class QrBlocks
{
    private const int FieldPolynomial = 0b1_0001_1101;

    /// <summary>All codewords of a version.</summary>
    private static readonly int[] _total = [0, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346];

    /// <summary>Error correction codewords per block and number of blocks. Index: level as in the format information, then version.</summary>
    private static readonly (int Correction, int Blocks)[][] _table =
    [
        /* M */ [(0, 0), (10, 1), (16, 1), (26, 1), (18, 2), (24, 2), (16, 4), (18, 4), (22, 4), (22, 5), (26, 5)],
        /* L */ [(0, 0), (7, 1), (10, 1), (15, 1), (20, 1), (26, 1), (18, 2), (20, 2), (24, 2), (30, 2), (18, 4)],
        /* H */ [(0, 0), (17, 1), (28, 1), (22, 2), (16, 4), (22, 4), (28, 4), (26, 5), (26, 6), (24, 8), (28, 8)],
        /* Q */ [(0, 0), (13, 1), (22, 1), (18, 2), (26, 2), (18, 4), (24, 4), (18, 6), (22, 6), (20, 8), (24, 8)],
    ];

    /// <summary>The data codewords in their order.</summary>
    /// <exception cref="QrCodeException">A block does not agree with its error correction codewords.</exception>
    public static byte[] Separate(byte[] interleaved, int version, int level)
    {
        var (correction, count) = _table[level][version];
        var total = _total[version];
        var shortData = (total / count) - correction;
        var longBlocks = total % count; // the last blocks hold one data codeword more

        var blocks = new List<byte>[count];
        for (var block = 0; block < count; block++)
            blocks[block] = [];
        var next = 0;
        for (var i = 0; i < shortData + 1 + correction; i++)
        {
            for (var block = 0; block < count; block++)
            {
                if (i != shortData || block >= count - longBlocks)
                    blocks[block].Add(interleaved[next++]);
            }
        }

        if (!Array.TrueForAll(blocks, block => IsWhole(block, correction)))
            throw new QrCodeException("The codewords are damaged.");
        return [.. blocks.SelectMany(block => block.SkipLast(correction))];
    }

    /// <summary>All Reed–Solomon syndromes are zero.</summary>
    private static bool IsWhole(List<byte> block, int correction)
    {
        byte root = 1;
        for (var i = 0; i < correction; i++, root = Multiply(root, 2))
        {
            byte syndrome = 0;
            foreach (var codeword in block)
                syndrome = (byte)(Multiply(syndrome, root) ^ codeword);
            if (syndrome != 0)
                return false;
        }

        return true;
    }

    /// <summary>In GF(256).</summary>
    private static byte Multiply(byte a, byte b)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product <<= 1;
            if (product > 0xFF)
                product ^= FieldPolynomial;
            if ((b >> bit & 1) == 1)
                product ^= a;
        }

        return (byte)product;
    }
}
