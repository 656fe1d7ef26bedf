using System.Buffers.Binary;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Damages films as broken uploads, bad cards and malice do. The same seed and number give the same file.</summary>
public sealed class Mutations(int seed, IReadOnlyList<byte[]> films)
{
    private static readonly byte[][] Marks =
    [
        .. new[] { "moov", "trak", "mdia", "stbl", "stsd", "stts", "ctts", "stsz", "stco", "stsc", "stss", "elst", "tkhd", "mdhd", "mvhd", "hdlr", "mdat", "avcC", "hvcC", "esds", "moof", "traf", "trun", "udta", "meta",
            "LIST", "avih", "strh", "strf", "movi", "idx1", "00dc", "01wb", "OggS" }.Select(System.Text.Encoding.ASCII.GetBytes),
        [0x1A, 0x45, 0xDF, 0xA3], [0x18, 0x53, 0x80, 0x67], [0x16, 0x54, 0xAE, 0x6B], [0x1F, 0x43, 0xB6, 0x75], // EBML, Segment, Tracks, Cluster
    ];

    private static readonly string[] Names = ["flips", "flips in the head", "flips in the tail", "truncation", "box", "splice", "chunk"];
    private static readonly uint[] Extremes = [0, 1, 7, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFF0, 0x00FFFFFF, 0x01000000];

    /// <summary>One damaged film.</summary>
    /// <returns>Its bytes and how it was damaged.</returns>
    public (byte[] Bytes, string How) Make(int number)
    {
        var random = new Random(HashCode(seed, number));
        var film = random.Next(films.Count);
        var bytes = films[film].ToArray();
        var how = new List<string> { $"film {film}" };
        for (var times = random.Next(1, 4); times > 0 && bytes.Length > 64; times--)
        {
            var kind = random.Next(7);
            bytes = kind switch
            {
                0 => Flip(random, bytes, 0, bytes.Length),
                1 => Flip(random, bytes, 0, Math.Min(bytes.Length, 4096)),
                2 => Flip(random, bytes, Math.Max(0, bytes.Length - 4096), bytes.Length),
                3 => bytes[..random.Next(1, bytes.Length)],
                4 => DamageBox(random, bytes),
                5 => Splice(random, bytes, films[random.Next(films.Count)]),
                _ => MoveChunk(random, bytes),
            };
            how.Add(Names[kind]);
        }
        return (bytes, string.Join(", ", how));
    }

    private static byte[] Flip(Random random, byte[] bytes, int from, int to)
    {
        for (var flips = random.Next(1, 60); flips > 0; flips--)
        {
            var at = random.Next(from, to);
            bytes[at] = random.Next(2) == 0 ? (byte)(bytes[at] ^ (1 << random.Next(8))) : (byte)random.Next(256);
        }
        return bytes;
    }

    // The length before a box's name, or one of the numbers after it: counts, sizes, times.
    private static byte[] DamageBox(Random random, byte[] bytes)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            var mark = Marks[random.Next(Marks.Length)];
            var at = bytes.AsSpan().IndexOf(mark) + (random.Next(3) == 0 ? -4 : 4 + 4 * random.Next(6));
            if (bytes.AsSpan().IndexOf(mark) < 0 || at < 0 || at > bytes.Length - 4)
                continue;
            var value = random.Next(2) == 0 ? Extremes[random.Next(Extremes.Length)] : (uint)random.NextInt64(uint.MaxValue);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
            return bytes;
        }
        return Flip(random, bytes, 0, bytes.Length);
    }

    private static byte[] Splice(Random random, byte[] head, byte[] tail) => [.. head[..random.Next(1, head.Length)], .. tail[random.Next(tail.Length)..]];

    private static byte[] MoveChunk(Random random, byte[] bytes)
    {
        var (from, length, to) = (random.Next(bytes.Length), random.Next(1, Math.Max(2, bytes.Length / 4)), random.Next(bytes.Length));
        var chunk = bytes[from..Math.Min(bytes.Length, from + length)];
        return random.Next(2) == 0 ? [.. bytes[..to], .. chunk, .. bytes[to..]] : [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + length)..]];
    }

    // Not System.HashCode: that one differs from process to process.
    private static int HashCode(int seed, int number) => unchecked((seed * 16777619) ^ (number * 92821));
}
