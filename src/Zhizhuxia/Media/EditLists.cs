using System.Buffers.Binary;

namespace Zhizhuxia.Media;

/// <summary>
/// Turns the edit list of a fragmented MP4 of one track into its time stamps. Players that hand the fragments to a browser overlook edit lists, others
/// follow them: picture and sound would begin apart by what the encoder reorders, 0.07 s of most films and 0.4 s at five frames a second. Boxes as in
/// ISO/IEC 14496-12.
/// </summary>
public static class EditLists
{
    private const int HeaderBytes = 8;
    private const int LargestBox = 16 << 20;

    /// <summary>Changes the file in place; one without an edit list stays as it is.</summary>
    /// <exception cref="InvalidDataException">Not what our own ffmpeg writes.</exception>
    public static async Task DissolveAsync(string path, CancellationToken ct)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new InvalidDataException("A link where a film should be.");
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var head = new byte[HeaderBytes];
        long at = 0, later = 0;
        while (at + HeaderBytes <= file.Length)
        {
            file.Position = at;
            await file.ReadExactlyAsync(head, ct);
            var (length, type) = Header(head);
            if (length < HeaderBytes || at + length > file.Length)
                throw new InvalidDataException($"A box of {length} bytes.");
            if (type is "moov" or "moof" or "sidx" && (type is "moov" || later > 0))
            {
                var box = await ReadAsync(file, at, length, ct);
                later = type is "moov" ? Take(box) : later;
                Delay(box, type, later);
                file.Position = at;
                await file.WriteAsync(box, ct);
            }
            at += length;
        }
    }

    private static async Task<byte[]> ReadAsync(FileStream file, long at, long length, CancellationToken ct)
    {
        if (length > LargestBox)
            throw new InvalidDataException($"A box of {length} bytes.");
        var box = new byte[length];
        file.Position = at;
        await file.ReadExactlyAsync(box, ct);
        return box;
    }

    /// <summary>Takes the edit list out of the header.</summary>
    /// <returns>By how many ticks of the track all its time stamps lie later.</returns>
    private static long Take(byte[] movie)
    {
        if (Find(movie, 0, "trak", "edts") is not { } edits || Find(movie, 0, "trak", "edts", "elst") is not { } list)
            return 0;
        var (movieScale, trackScale) = (Scale(movie, Find(movie, 0, "mvhd")), Scale(movie, Find(movie, 0, "trak", "mdia", "mdhd")));
        var wide = movie[list + HeaderBytes] is 1;
        long empty = 0, from = 0;
        for (var entry = 0; entry < Number(movie, list + 12); entry++)
        {
            var place = list + 16 + entry * (wide ? 20 : 12);
            var (duration, start) = wide ? (Large(movie, place), Large(movie, place + 8)) : (Number(movie, place), (int)Number(movie, place + 4));
            (empty, from) = start < 0 ? (empty + duration, from) : (empty, start);
        }
        "free"u8.CopyTo(movie.AsSpan(edits + 4));
        return Math.Max(0, empty * trackScale / movieScale - from); // below zero by rounding to milliseconds only
    }

    private static void Delay(byte[] box, string type, long ticks)
    {
        if (type is "sidx")
            Add(box, HeaderBytes + 12, box[HeaderBytes] is 1, ticks);
        else if (type is "moof" && Find(box, 0, "traf", "tfdt") is { } time)
            Add(box, time + HeaderBytes + 4, box[time + HeaderBytes] is 1, ticks);
    }

    private static void Add(byte[] box, int place, bool wide, long ticks)
    {
        if (wide)
            BinaryPrimitives.WriteInt64BigEndian(box.AsSpan(place), Large(box, place) + ticks);
        else
            BinaryPrimitives.WriteUInt32BigEndian(box.AsSpan(place), (uint)(Number(box, place) + ticks));
    }

    /// <summary>The place of a box by its way down; null when there is none.</summary>
    private static int? Find(byte[] box, int parent, params ReadOnlySpan<string> way)
    {
        var (end, at) = (parent + (int)Header(box.AsSpan(parent)).Length, parent + HeaderBytes);
        while (at + HeaderBytes <= end)
        {
            var (length, type) = Header(box.AsSpan(at));
            if (length < HeaderBytes || at + length > end)
                throw new InvalidDataException($"A box of {length} bytes.");
            if (type == way[0])
                return way.Length == 1 ? at : Find(box, at, way[1..]);
            at += (int)length;
        }
        return null;
    }

    private static long Scale(byte[] box, int? header) => header is { } at
        ? Math.Max(1, Number(box, at + (box[at + HeaderBytes] is 1 ? 28 : 20)))
        : throw new InvalidDataException("A film without a time scale.");

    private static (long Length, string Type) Header(ReadOnlySpan<byte> head) =>
        (BinaryPrimitives.ReadUInt32BigEndian(head), System.Text.Encoding.Latin1.GetString(head[4..8]));

    private static long Number(byte[] box, int at) => BinaryPrimitives.ReadUInt32BigEndian(box.AsSpan(at));

    private static long Large(byte[] box, int at) => BinaryPrimitives.ReadInt64BigEndian(box.AsSpan(at));
}
