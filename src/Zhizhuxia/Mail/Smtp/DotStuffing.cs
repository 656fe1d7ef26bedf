namespace Zhizhuxia.Mail.Smtp;

/// <summary>Puts a message between DATA and its end (RFC 5321 §4.5.2).</summary>
internal static class DotStuffing
{
    /// <returns>The message with a second dot before each line that begins with one, its last line ended, and the line that says the end.</returns>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> message)
    {
        var stuffed = new MemoryStream(message.Length + 64);
        while (message.Length > 0)
        {
            var end = message.IndexOf("\r\n"u8);
            var line = end < 0 ? message : message[..end];
            if (line.StartsWith("."u8))
                stuffed.WriteByte((byte)'.');
            stuffed.Write(line);
            stuffed.Write("\r\n"u8);
            message = end < 0 ? [] : message[(end + 2)..];
        }

        stuffed.Write(".\r\n"u8);
        return stuffed.GetBuffer().AsMemory(0, (int)stuffed.Length);
    }
}
