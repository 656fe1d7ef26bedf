namespace Zhizhuxia.Mail.Mime;

/// <summary>A plain text that may have uuencoded files in it.</summary>
internal static class UuText
{
    /// <summary>Hands over the files, as many as a mail may have parts, and gives back what is left.</summary>
    /// <param name="text">Decoded, not yet put into words.</param>
    /// <param name="most">Bytes of text that are kept; the rest is read over.</param>
    /// <param name="take">Is given a file's name, as bytes, and its content, which is valid during the call.</param>
    public static async Task<byte[]> ReadAsync(Stream text, int most, Func<string, UuStream, Task> take, CancellationToken ct)
    {
        var lines = new MimeLines(text);
        var kept = new MemoryStream();
        var files = 0;
        while (await lines.NextAsync(ct))
        {
            var name = lines.StartsLine && lines.EndsLine && files < MimeReader.MostParts ? UuDecoder.NameIn(lines.Line.Span) : null;
            var room = Math.Max(0, Math.Min(lines.Line.Length, most - (int)kept.Length));
            if (name is null)
            {
                kept.Write(lines.Line.Span[..room]);
                continue;
            }
            var line = lines.Line[..room].ToArray();
            if (IsFile((await lines.PeekAsync(70, ct)).Span))
            {
                files++;
                await take(name, new UuStream(lines));
            }
            else
                kept.Write(line);
        }
        return kept.ToArray();
    }

    private static bool IsFile(ReadOnlySpan<byte> next)
    {
        var end = next.IndexOf((byte)'\n');
        return end > 1 && UuDecoder.IsDataLine(next[..end]);
    }
}
