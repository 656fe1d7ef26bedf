using System.Buffers.Binary;

namespace Zhizhuxia.Alike;

/// <summary>The fingerprint of a film: hashes of its pictures and of its sound at even steps from its beginning; null where there is nothing to see or hear.</summary>
public sealed record FilmPrint(IReadOnlyList<PictureHash?> Pictures, IReadOnlyList<uint?> Sounds)
{
    /// <summary>Pictures a second.</summary>
    public const int PicturesPerSecond = 8;

    /// <summary>As stored; all zeros stand for null.</summary>
    public byte[] PictureBytes()
    {
        var bytes = new byte[Pictures.Count * PictureHash.Size];
        for (var at = 0; at < Pictures.Count; at++)
        {
            if (Pictures[at] is not { } hash)
                continue;
            var place = bytes.AsSpan(at * PictureHash.Size);
            BinaryPrimitives.WriteUInt64LittleEndian(place, hash.Low);
            BinaryPrimitives.WriteUInt64LittleEndian(place[8..], hash.Right);
            BinaryPrimitives.WriteUInt64LittleEndian(place[16..], hash.Down);
            BinaryPrimitives.WriteUInt64LittleEndian(place[24..], hash.Far);
        }
        return bytes;
    }

    /// <inheritdoc cref="PictureBytes"/>
    public byte[] SoundBytes()
    {
        var bytes = new byte[Sounds.Count * sizeof(uint)];
        for (var at = 0; at < Sounds.Count; at++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at * sizeof(uint)), Sounds[at] ?? 0);
        return bytes;
    }

    /// <summary>From the two columns.</summary>
    public static FilmPrint Of(byte[] pictures, byte[] sounds) => new(
        [.. Enumerable.Range(0, pictures.Length / PictureHash.Size).Select(at => Picture(pictures.AsSpan(at * PictureHash.Size, PictureHash.Size)))],
        [.. Enumerable.Range(0, sounds.Length / sizeof(uint)).Select(at => BinaryPrimitives.ReadUInt32LittleEndian(sounds.AsSpan(at * sizeof(uint))) is var hash and not 0 ? (uint?)hash : null)]);

    private static PictureHash? Picture(ReadOnlySpan<byte> bytes)
    {
        var hash = new PictureHash(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return hash == default ? null : hash;
    }
}
