using System.Buffers.Binary;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Takes the files out of Outlook's winmail.dat (MS-OXTNEF §2.1), as a stream.</summary>
internal static class TnefReader
{
    private const uint Signature = 0x223E9F78;
    private const uint AttachRendering = 0x00069002;
    private const uint AttachTitle = 0x00018010;
    private const uint AttachData = 0x0006800F;
    private const uint AttachProperties = 0x00069005;
    private const int MostFiles = 200;
    private const int MostBytes = 256 * 1024;

    /// <summary>The first bytes are those of a winmail.dat.</summary>
    public static bool IsTnef(ReadOnlySpan<byte> head) => head.Length >= 6 && BinaryPrimitives.ReadUInt32LittleEndian(head) == Signature;

    /// <summary>Hands over each file in turn; its content is valid during the call.</summary>
    /// <returns>False if it is none, or breaks off.</returns>
    public static async Task<bool> ReadAsync(Stream content, Func<TnefFile, Stream, Task> take, CancellationToken ct)
    {
        var head = new byte[9];
        if (await content.ReadAtLeastAsync(head.AsMemory(0, 6), 6, false, ct) < 6 || !IsTnef(head.AsSpan(0, 6)))
            return false;
        TnefFile? file = null;
        for (var files = 0; files <= MostFiles;)
        {
            var read = await content.ReadAtLeastAsync(head, 9, false, ct);
            if (read < 9)
                return read == 0;
            var attribute = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1));
            var value = new CountedStream(content, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(5)));
            if (attribute == AttachRendering || (file is null && attribute is AttachTitle or AttachData))
                (file, files) = (new(), files + 1);
            if (attribute == AttachData)
                await TakeAsync(file!, value, take, ct);
            else if (attribute == AttachTitle)
                file!.Name ??= Name(await BytesAsync(value, ct), null);
            else if (attribute == AttachProperties && file is not null && TnefProperties.LongName(await BytesAsync(value, ct)) is { } longName)
                file.Name = Name(longName.Bytes, longName.Charset);
            await value.DrainAsync(ct);
            if (value.EndedEarly || await content.ReadAtLeastAsync(head.AsMemory(0, 2), 2, false, ct) < 2)
                return false;
        }
        return false;
    }

    private static async Task TakeAsync(TnefFile file, CountedStream value, Func<TnefFile, Stream, Task> take, CancellationToken ct)
    {
        await take(file, value);
        await value.DrainAsync(ct);
        file.IsTruncated = value.EndedEarly;
    }

    private static async Task<byte[]> BytesAsync(CountedStream value, CancellationToken ct)
    {
        var bytes = new byte[Math.Min(value.Left, MostBytes)];
        var read = await value.ReadAtLeastAsync(bytes, bytes.Length, false, ct);
        return bytes[..read];
    }

    private static string? Name(byte[] bytes, string? charset) =>
        Charsets.Decode(bytes, charset).Text.Split('\0')[0].Trim() is { Length: > 0 } name ? name : null;
}
