using System.Text;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Reading;

namespace Zhizhuxia.UnitTests.Mail.Reading;

/// <summary>Reads messages that a test writes down.</summary>
internal static class Letterbox
{
    public const string OurAddress = "zhizhuxia@paper.example";

    /// <summary>The first bytes of a QuickTime film.</summary>
    public static byte[] Film { get; } = [0, 0, 0, 20, .. "ftypqt  "u8, 0, 0, 2, 0, .. "qt  "u8, 0, 0, 0, 8, .. "wide"u8, .. Enumerable.Range(0, 3000).Select(i => (byte)(i * 7))];

    public static string FilmBase64 { get; } = Convert.ToBase64String(Film, Base64FormattingOptions.InsertLineBreaks);

    /// <summary>Reads a message whose characters are its bytes; <see cref="Utf8"/> and <see cref="Gbk"/> make others.</summary>
    public static Task<MailReading> ReadAsync(string message) => ReadAsync(Encoding.Latin1.GetBytes(message));

    public static async Task<MailReading> ReadAsync(byte[] message) =>
        await new ReadMessage(Options.Create(new MailOptions { FromAddress = OurAddress }))
            .RunAsync(new MemoryStream(message), (_, _, _, _) => Task.CompletedTask, TestContext.Current.CancellationToken);

    /// <summary>A message of parts, each with its own header.</summary>
    public static Task<MailReading> ReadPartsAsync(params string[] parts) =>
        ReadAsync("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + string.Concat(parts.Select(part => $"--x\r\n{part}\r\n")) + "--x--\r\n");

    public static string Utf8(string words) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(words));

    public static string Gbk(string words) => Encoding.Latin1.GetString(Code("gb18030", words));

    public static string Big5(string words) => Encoding.Latin1.GetString(Code("big5", words));

    public static byte[] Code(string charset, string words)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(charset).GetBytes(words);
    }
}
