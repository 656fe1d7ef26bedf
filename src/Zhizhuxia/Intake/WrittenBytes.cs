using System.Buffers;
using System.Security.Cryptography;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>Reads again what lies in the upload area.</summary>
internal static class WrittenBytes
{
    private const int Piece = 1 << 18;

    /// <summary>Feeds <paramref name="count"/> bytes from <paramref name="from"/> on to <paramref name="hash"/>.</summary>
    /// <exception cref="EndOfStreamException">There are fewer: the row and the file do not agree.</exception>
    public static async Task HashAsync(this IUploadArea area, Guid id, long from, long count, IncrementalHash hash, CancellationToken ct)
    {
        if (count == 0)
            return;
        await using var content = await area.OpenReadAsync(id, ct);
        content.Position = from;
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (count > 0)
            {
                var wanted = (int)Math.Min(Piece, count);
                await content.ReadExactlyAsync(buffer.AsMemory(0, wanted), ct);
                hash.AppendData(buffer, 0, wanted);
                count -= wanted;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
