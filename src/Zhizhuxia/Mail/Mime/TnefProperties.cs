using System.Buffers.Binary;

namespace Zhizhuxia.Mail.Mime;

/// <summary>The properties of a file in a winmail.dat: MS-OXTNEF §2.1.3.4. Only the long name is wanted.</summary>
internal static class TnefProperties
{
    private const ushort LongFileName = 0x3707;
    private const int MostProperties = 500;

    /// <summary>The bytes of the long name and their charset (null: of the sender's machine); null if there is none.</summary>
    public static (byte[] Bytes, string? Charset)? LongName(ReadOnlySpan<byte> all)
    {
        if (!Number(ref all, out var count))
            return null;
        for (var at = 0; at < Math.Min(count, MostProperties); at++)
        {
            if (!Number(ref all, out var tag))
                return null;
            var (type, id) = ((ushort)(tag & 0xEFFF), (ushort)(tag >> 16));
            if ((id >= 0x8000 && !SkipNaming(ref all)) || !Values(ref all, tag, out var values))
                return null;
            for (var value = 0; value < Math.Min(values, MostProperties); value++)
            {
                if (!Value(ref all, type, out var bytes))
                    return null;
                if (id == LongFileName && type is 0x1E or 0x1F)
                    return (bytes.ToArray(), type == 0x1F ? "utf-16" : null);
            }
        }
        return null;
    }

    private static bool Values(ref ReadOnlySpan<byte> all, uint tag, out uint values)
    {
        values = 1;
        var counted = (tag & 0x1000) != 0 || (tag & 0xFFFF) is 0x0D or 0x1E or 0x1F or 0x0102;
        return !counted || Number(ref all, out values);
    }

    private static bool Value(ref ReadOnlySpan<byte> all, ushort type, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        uint length;
        switch (type)
        {
            case 0x0D or 0x1E or 0x1F or 0x0102:
                if (!Number(ref all, out length))
                    return false;
                break;
            case 0x48:
                length = 16;
                break;
            case 0x05 or 0x06 or 0x07 or 0x14 or 0x40:
                length = 8;
                break;
            default:
                length = 4;
                break;
        }
        return Take(ref all, length, out bytes);
    }

    /// <summary>A set's GUID, then a number or a name.</summary>
    private static bool SkipNaming(ref ReadOnlySpan<byte> all) =>
        Take(ref all, 16, out _) && Number(ref all, out var kind) && Number(ref all, out var number) && (kind == 0 || Take(ref all, number, out _));

    private static bool Number(ref ReadOnlySpan<byte> all, out uint number)
    {
        number = 0;
        if (!Take(ref all, 4, out var bytes))
            return false;
        number = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        return true;
    }

    /// <summary>Values fill up four bytes.</summary>
    private static bool Take(ref ReadOnlySpan<byte> all, uint length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (length > all.Length)
            return false;
        bytes = all[..(int)length];
        all = all[Math.Min(all.Length, ((int)length + 3) & ~3)..];
        return true;
    }
}
