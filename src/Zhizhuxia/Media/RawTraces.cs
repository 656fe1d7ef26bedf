using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Zhizhuxia.Media;

/// <summary>
/// What the bytes at both ends of a file say that ffprobe does not show: protection, an AIGC object in a box of its own,
/// and a C2PA manifest that names a generative source.
/// </summary>
/// <param name="IsProtected">Boxes of a protection scheme (ISO/IEC 23001-7).</param>
/// <param name="AigcJson">The object; null when there is none.</param>
/// <param name="Trace">The C2PA source type; null when there is none.</param>
public sealed record RawTraces(bool IsProtected, string? AigcJson, string? Trace)
{
    private const int Piece = 256 * 1024;

    /// <summary>Nothing was found.</summary>
    public static RawTraces None { get; } = new(false, null, null);

    /// <summary>Reads 256 KiB at each end; headers lie at one of them.</summary>
    public static async Task<RawTraces> ReadAsync(string path, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            await using var file = File.OpenRead(path);
            var found = None;
            foreach (var start in ((long[])[0, Math.Max(0, file.Length - Piece)]).Distinct())
            {
                file.Position = start;
                var count = await file.ReadAtLeastAsync(buffer.AsMemory(0, Piece), Piece, throwOnEndOfStream: false, ct);
                var piece = Of(buffer.AsSpan(0, count));
                found = new(found.IsProtected || piece.IsProtected, found.AigcJson ?? piece.AigcJson, found.Trace ?? piece.Trace);
            }
            return found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Looks at a piece of a file.</summary>
    public static RawTraces Of(ReadOnlySpan<byte> piece) => new(
        HasScheme(piece),
        Aigc(piece),
        piece.IndexOf("rainedAlgorithmicMedia"u8) >= 0 ? "trainedAlgorithmicMedia" : null); // "trained…" and "compositeWithTrained…"

    // The scheme box with its version and flags: long enough not to happen by chance in a picture. ffprobe calls such a
    // track by its clear name, avc1, and shows rubbish.
    private static bool HasScheme(ReadOnlySpan<byte> piece)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["cenc", "cbcs", "cens", "cbc1", "piff"])
        {
            if (piece.IndexOf(Encoding.ASCII.GetBytes($"schm\0\0\0\0{scheme}")) >= 0)
                return true;
        }
        return false;
    }

    // {"Label":"1","ContentProducer":…} with whatever stands around it.
    private static string? Aigc(ReadOnlySpan<byte> piece)
    {
        var field = piece.IndexOf("\"ContentProducer\""u8);
        var start = field < 0 ? -1 : piece[..field].LastIndexOf((byte)'{');
        if (start < 0)
            return null;
        try
        {
            var reader = new Utf8JsonReader(piece[start..Math.Min(piece.Length, start + 8192)], isFinalBlock: true, default);
            return JsonDocument.TryParseValue(ref reader, out var document) ? Text(document) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(JsonDocument document)
    {
        using (document)
            return document.RootElement.GetRawText();
    }
}
