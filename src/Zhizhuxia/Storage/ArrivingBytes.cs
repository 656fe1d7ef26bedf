namespace Zhizhuxia.Storage;

/// <summary>Bytes that come over a connection that may break.</summary>
internal static class ArrivingBytes
{
    /// <summary>Fills the buffer as far as the content goes; a broken connection ends it like a short content, but says so.</summary>
    public static async Task<Written> FillAsync(this Stream content, Memory<byte> buffer, CancellationToken ct)
    {
        var filled = 0;
        try
        {
            while (filled < buffer.Length)
            {
                var read = await content.ReadAsync(buffer[filled..], ct);
                if (read == 0)
                    return new(filled, true);
                filled += read;
            }
            return new(filled, true);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return new(filled, false);
        }
    }
}
